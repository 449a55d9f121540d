-- Written by hand: a column that is only named anew keeps its values, and its sequence goes on.
ALTER TABLE "Job" RENAME COLUMN "turn" TO "queuePlace";
ALTER SEQUENCE "Job_turn_seq" RENAME TO "Job_queuePlace_seq";
