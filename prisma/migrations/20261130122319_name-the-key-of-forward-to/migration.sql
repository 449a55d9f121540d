-- Written by hand: a column that is only named anew keeps its values. It holds folded text, as every other `…Key`.
ALTER TABLE "CtiRoutePoint" RENAME COLUMN "forwardTo" TO "forwardToKey";
