-- The register of findings is filtered by kind and by grade too: what there is little of is not looked for among all.

CREATE INDEX finding_by_kind ON "finding" ("text_kind", "id");
CREATE INDEX finding_by_grade ON "finding" ("text_grade", "id");
