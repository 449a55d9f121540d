-- Written by hand: whoever asks for a name that nobody has is led to the history of what had it and was deleted.
CREATE INDEX "Revision_deleted" ON "Revision" ("entity", "entityName", "at", "place") WHERE "action" = 'deleted';
-- There may be as many device profiles as phones, and the search of the console looks in both.
CREATE INDEX "DeviceProfile_key_contains" ON "DeviceProfile" USING gin ("key" gin_trgm_ops);
CREATE INDEX "DeviceProfile_descriptionKey_contains" ON "DeviceProfile" USING gin ("descriptionKey" gin_trgm_ops);
