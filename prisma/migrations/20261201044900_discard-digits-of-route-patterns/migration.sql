-- Written by hand: the history tells of route patterns as they are from now on, for an old revision and an undo compare with what is saved.
UPDATE "Revision" SET "content" = "content" || '{"discardDigits": null}'
  WHERE "entity" = 'routePattern' AND NOT "content" ? 'discardDigits';
