-- CreateIndex
CREATE INDEX "SoftkeyTemplate_isDefault_id_idx" ON "SoftkeyTemplate"("isDefault", "id");

-- CreateIndex
CREATE INDEX "SoftkeyTemplate_isStandard_id_idx" ON "SoftkeyTemplate"("isStandard", "id");

-- CreateIndex
CREATE INDEX "SoftkeyTemplate_copyOfKey_id_idx" ON "SoftkeyTemplate"("copyOfKey", "id");

-- CreateIndex
CREATE INDEX "SoftkeyTemplate_version_id_idx" ON "SoftkeyTemplate"("version", "id");

-- CreateIndex
CREATE INDEX "SoftkeyTemplate_updatedBy_id_idx" ON "SoftkeyTemplate"("updatedBy", "id");
