export const toastsId = "toasts";

/**
 * Where toasts are shown and read out, politely. It has to be there before the first one is: a region that appears together
 * with its text is not announced.
 */
export function ToastPlace() {
  return (
    <div
      id={toastsId}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-40 flex flex-col items-end gap-2 print:hidden"
    />
  );
}
