-- Written by hand: parts of owners and labels are found as those of names and numbers are. Most phones have neither, so the
-- indexes hold those that do.
CREATE INDEX "Phone_ownerKey_contains" ON "Phone" USING gin ("ownerKey" gin_trgm_ops) WHERE "ownerKey" <> '';
CREATE INDEX "PhoneLine_label_contains" ON "PhoneLine" USING gin ("label" gin_trgm_ops) WHERE "label" <> '';
CREATE INDEX "DeviceProfileLine_label_contains" ON "DeviceProfileLine" USING gin ("label" gin_trgm_ops) WHERE "label" <> '';
