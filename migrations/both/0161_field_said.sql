-- Why an act from the field waits, as templates of the law and their arguments, so that it can be said in any language.

ALTER TABLE "field_act" ADD COLUMN "said" TEXT;
