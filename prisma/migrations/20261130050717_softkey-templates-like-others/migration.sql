-- The softkeys of templates move into the column in which every kind keeps what needs none of its own.
ALTER TABLE "SoftkeyTemplate" ADD COLUMN "settings" JSONB NOT NULL DEFAULT '{}';
UPDATE "SoftkeyTemplate" SET "settings" = jsonb_build_object('callStates', "callStates");
ALTER TABLE "SoftkeyTemplate" DROP COLUMN "callStates";

-- Lists are sorted by the folded name, as those of the other kinds are.
DROP INDEX "SoftkeyTemplate_updatedBy_id_idx";

-- What a phone button template was copied from is found in any letter case, as softkey templates are.
ALTER TABLE "PhoneButtonTemplate" ADD COLUMN "copyOfKey" TEXT COLLATE "C" NOT NULL DEFAULT '';
UPDATE "PhoneButtonTemplate" SET "copyOfKey" = lower("copyOf");
