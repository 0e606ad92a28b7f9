-- Who of the auditee gave a piece of evidence as the auditee's own; nobody where the team took it.

ALTER TABLE "evidence" ADD COLUMN "given_by" TEXT;
