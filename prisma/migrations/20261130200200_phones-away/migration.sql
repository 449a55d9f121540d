-- Written by hand: the start page asks again and again how many phones are registered. Nearly all are, so those that are not are
-- counted, by an index of nothing else.
CREATE INDEX "DeviceState_away" ON "DeviceState" ("registration") WHERE "registration" NOT IN ('registered', 'partiallyRegistered');
