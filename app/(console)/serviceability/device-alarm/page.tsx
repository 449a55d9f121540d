import { HydrationBoundary } from "@tanstack/react-query";
import { FindAlarms } from "@/components/device-alarm/find-alarms";
import type { SearchParams } from "@/lib/server/pages/address";
import { alarmListPage } from "@/lib/server/pages/device";

export default async function DeviceAlarmPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { state } = await alarmListPage(await searchParams);
  return (
    <HydrationBoundary state={state}>
      <FindAlarms />
    </HydrationBoundary>
  );
}
