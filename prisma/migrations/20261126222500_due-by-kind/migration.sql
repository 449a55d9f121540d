-- Written by hand: what is due is asked kind by kind, and thousands of another kind may be due at the same time.
DROP INDEX "DeviceState_due";
CREATE INDEX "DeviceState_due" ON "DeviceState"("timerKind", "dueAt", "phoneId") WHERE "dueAt" IS NOT NULL;
