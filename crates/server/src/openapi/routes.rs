//! The routes that are neither commands nor records, as a table.

/// A route that is neither a command nor a list of records.
pub(super) struct Route {
    pub(super) method: &'static str,
    pub(super) path: &'static str,
    pub(super) tag: &'static str,
    pub(super) summary: &'static str,
    /// Parameters of the query: name, whether needed, what it is.
    pub(super) query: &'static [(&'static str, bool, &'static str)],
    pub(super) body: Body,
    pub(super) answer: Answer<'static>,
}

/// What a request is answered by.
#[derive(Clone, Copy)]
pub(super) enum Answer<'a> {
    /// 200 with JSON of a schema.
    Json(&'a str),
    /// 201 with JSON of a schema.
    Created(&'a str),
    /// 200 with bytes of a media type.
    Bytes(&'a str),
    /// 204.
    Nothing,
}

/// What a request carries.
pub(super) enum Body {
    None,
    Json(&'static str),
    File,
    Statement,
    /// A table or a list, of whatever kind its bytes are.
    Table,
}

/// What is said beside a table that is taken in.
const TABLE: &[(&str, bool, &str)] = &[
    ("name", false, "the name of the file"),
    ("dry_run", false, "`true`: what would change is shown, and nothing is taken"),
    ("reason", false, "why: of the schedule of an established programme, of credentials that are changed"),
    ("label", false, "the name of a new version of a Statement of Applicability"),
    ("dated", false, "its date"),
    ("classification", false, "how sensitive the file is, as evidence of the audit; `internal` unless given"),
    ("employer", false, "for whom people of a list work who are not said to work for anybody"),
    ("zone", false, "their time zone; UTC unless given"),
];

pub(super) const JSON: &str = "application/json";
const PDF: Answer<'static> = Answer::Bytes("application/pdf");
pub(super) const PAGE: [(&str, bool, &str); 2] =
    [("after", false, "where the page begins: `next` of the one before"), ("limit", false, "how many items")];

pub(super) const ROUTES: &[Route] = &[
    get("/openapi.json", "reference", "This description.", &[], "openapi"),
    get("/problems", "reference", "The kinds of problems.", &[], "problem_kinds"),
    get("/commands", "reference", "Every command with the schema of its body.", &[], "commands"),
    get("/rules", "reference", "Every rule of the law with its clause.", &[], "rules"),
    get(
        "/journal",
        "records",
        "Entries of the journal in order.",
        &[PAGE[0], PAGE[1], ("audit", false, "entries of one audit")],
        "journal_page",
    ),
    get(
        "/audits",
        "records",
        "Audits at a glance.",
        &[
            PAGE[0],
            PAGE[1],
            ("programme", false, "those of one programme"),
            ("auditee", false, "those of one auditee"),
            ("people", false, "those that a person has to do with"),
        ],
        "audit_page",
    ),
    Route {
        method: "post",
        path: "/audits/{id}/evidence",
        tag: "evidence",
        summary: "Takes a file in as evidence: the body is the file, `X-Evidence` or the query says what it is.",
        query: &[
            ("name", false, "its name"),
            ("classification", false, "how sensitive it is"),
            ("source", false, "where it came from"),
            ("sha256", false, "the digest that the file must have"),
        ],
        body: Body::File,
        answer: Answer::Json("done"),
    },
    get(
        "/audits/{id}/documents",
        "evidence",
        "Documents of an audit that hold every word.",
        &[("q", true, "the words; one that ends in `*` is a beginning")],
        "documents_found",
    ),
    Route {
        answer: Answer::Bytes("*/*"),
        ..get("/evidence/{id}/content", "evidence", "The file as it was taken.", &[], "done")
    },
    get("/evidence/{id}/text", "evidence", "The text of the file.", &[], "document_text"),
    get(
        "/evidence/{id}/openings",
        "evidence",
        "Who opened a confidential or restricted file, or took its audit out, the latest first: for whoever leads the audit or manages its programme.",
        &[],
        "openings",
    ),
    get(
        "/evidence/{id}/technical",
        "evidence",
        "What a scanner reports in the file, by weight, by what became of it and by age.",
        &[],
        "technical",
    ),
    Route {
        method: "post",
        body: Body::Json("claims_wanted"),
        ..get(
            "/evidence/{id}/claims",
            "evidence",
            "Reads claims of others out of the file: a checklist, a register of findings, OSCAL results or plan of action. Takes them, or shows them with `dry_run`.",
            &[],
            "claims_answer",
        )
    },
    Route {
        answer: Answer::Bytes("application/zip"),
        ..get(
            "/audits/{id}/dossier",
            "evidence",
            "The dossier of an audit: its records, evidence and part of the journal in one file that proves itself.",
            &[
                ("withhold", false, "fields to leave out, KIND:FIELD or SEQ:FIELD, separated by commas"),
                ("withhold_evidence", false, "ids of evidence whose files are left out, separated by commas"),
            ],
            "done",
        )
    },
    Route {
        answer: Answer::Bytes("*/*"),
        ..get(
            "/audits/{id}/files/{name}",
            "exchange",
            "An audit as a file of other programs: `audit.xlsx`, `assessment-plan.json`, `assessment-results.json`, `plan-of-action.json` (OSCAL), `audit.ics`; or one register as `.csv` or `.jsonl`. Documents, as `.pdf` or `.docx`: `plan`, `opening-meeting`, `closing-meeting`, `nonconformities`, `nonconformity-1`, `corrective-actions`.",
            &[],
            "done",
        )
    },
    Route {
        answer: Answer::Bytes("*/*"),
        ..get(
            "/programmes/{id}/files/{name}",
            "exchange",
            "A programme's schedule of audits: `schedule.xlsx`, `.ics`, `.csv` or `.jsonl`.",
            &[],
            "done",
        )
    },
    Route {
        answer: Answer::Bytes("*/*"),
        ..get(
            "/statements-of-applicability/{id}/files/{name}",
            "exchange",
            "A Statement of Applicability: `profile.json` (OSCAL), `statement.xlsx`, `.csv` or `.jsonl`.",
            &[],
            "done",
        )
    },
    Route {
        answer: Answer::Bytes("*/*"),
        ..get(
            "/people/files/{name}",
            "exchange",
            "The register of people: `competence.xlsx`; what shows competence (`credentials`) and who meets which criterion (`competence`) as `.csv` or `.jsonl`.",
            &[],
            "done",
        )
    },
    Route {
        method: "post",
        body: Body::Table,
        ..get(
            "/audits/{id}/tables",
            "exchange",
            "Takes edited tables of an audit in: working papers, findings in draft, what the auditee does about nonconformities. Row by row as the ordinary commands, all in one act, or nothing.",
            TABLE,
            "table_read",
        )
    },
    Route {
        method: "post",
        body: Body::Table,
        ..get(
            "/programmes/{id}/tables",
            "exchange",
            "Takes the edited schedule of a programme in.",
            TABLE,
            "table_read",
        )
    },
    Route {
        method: "post",
        body: Body::Table,
        ..get(
            "/statements-of-applicability/{id}/tables",
            "exchange",
            "Takes an edited Statement of Applicability in, as a new version.",
            TABLE,
            "table_read",
        )
    },
    Route {
        method: "post",
        body: Body::Table,
        ..get(
            "/people/tables",
            "exchange",
            "Takes in what shows people's competence, edited; or a list of people in any layout.",
            TABLE,
            "table_read",
        )
    },
    Route {
        method: "post",
        body: Body::Table,
        ..get(
            "/auditees/{id}/tables",
            "exchange",
            "Takes in a list of an auditee's units, sites and processes, in any layout.",
            TABLE,
            "table_read",
        )
    },
    Route {
        method: "post",
        body: Body::Table,
        ..get(
            "/people/{id}/calendar",
            "exchange",
            "Takes in on which days somebody is busy, from their calendar (`.ics`), as absences; nothing else of it.",
            TABLE,
            "table_read",
        )
    },
    Route {
        method: "post",
        path: "/statements-of-applicability",
        tag: "evidence",
        summary: "Reads a Statement of Applicability and enters it by `soa.enter`.",
        query: &[
            ("auditee", true, "whose"),
            ("label", true, "the auditee's name of the version"),
            ("dated", true, "its date"),
            ("criteria", true, "the set that controls without a mark of their own come from"),
            ("source", false, "the evidence that is the same file"),
        ],
        body: Body::Statement,
        answer: Answer::Json("done"),
    },
    get(
        "/reports/{id}/content",
        "reports",
        "The report's content as the records stand, its digest, and what it lacks.",
        &[],
        "report_content",
    ),
    Route { answer: PDF, ..get("/reports/{id}/pdf", "reports", "The PDF that was issued.", &[], "done") },
    Route {
        answer: Answer::Bytes("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ..get(
            "/reports/{id}/docx",
            "reports",
            "The content as it stands as a Word file to go on editing in; marked as a draft until the report is issued.",
            &[],
            "done",
        )
    },
    Route {
        method: "post",
        answer: PDF,
        ..get(
            "/reports/{id}/pdf",
            "reports",
            "The content as it stands as PDF, marked as a draft.",
            &[],
            "done",
        )
    },
    Route {
        method: "post",
        ..get(
            "/reports/{id}/issue",
            "reports",
            "Renders the approved report, keeps it, and issues it by `report.issue`.",
            &[],
            "done",
        )
    },
    Route {
        answer: Answer::Bytes("*/*"),
        ..get("/organization/logo", "organization", "The logo of the organization.", &[], "done")
    },
    Route {
        method: "post",
        body: Body::File,
        ..get(
            "/organization/logo",
            "organization",
            "Looks at a file that is to be the logo, and keeps it: the answer is what `organization.set_letterhead` takes.",
            &[],
            "logo",
        )
    },
    Route {
        answer: Answer::Bytes("*/*"),
        ..get(
            "/organization/templates/{id}",
            "organization",
            "The Word file of a template of the organization.",
            &[],
            "done",
        )
    },
    Route {
        method: "post",
        body: Body::File,
        ..get(
            "/organization/templates",
            "organization",
            "Looks at a Word file, keeps it, and adopts it as the template of a kind of document by `template.adopt`.",
            &[("kind", true, "the kind of document"), ("name", true, "what the template is called")],
            "done",
        )
    },
    Route {
        answer: Answer::Bytes("*/*"),
        ..get(
            "/people/{id}/files/{name}",
            "people",
            "The profile of an auditor: `profile.pdf` or `profile.docx`; of audits and evaluations, those that the caller may know of.",
            &[],
            "done",
        )
    },
    get(
        "/people/{id}/competence",
        "people",
        "Whether somebody is competent for a role on a day, and by what.",
        &[("role", true, "the role"), ("on", false, "the day; today unless given")],
        "competence",
    ),
    get(
        "/people/{id}/impartiality",
        "people",
        "What bars somebody from a role in an audit of an auditee on a day.",
        &[
            ("auditee", true, "the auditee"),
            ("role", true, "the role"),
            ("type", true, "the type of audit"),
            ("on", false, "the day; today unless given"),
        ],
        "impartiality",
    ),
    get(
        "/programmes/{id}/indicators",
        "programmes",
        "How a programme stands on a day, computed from the records.",
        &[("on", false, "the day; today unless given")],
        "indicators",
    ),
    get(
        "/people/{id}/audits",
        "people",
        "The audit log of a person, kept from the audits themselves.",
        &[],
        "audit_log",
    ),
    get(
        "/people/{id}/rights",
        "people",
        "What a person may see and do, and why: the records that name them, what they were given, what each role comes to.",
        &[("on", false, "on which day; today where it is not given")],
        "rights",
    ),
    get(
        "/access/policies",
        "people",
        "The policies of access as sentences, and as they are written.",
        &[],
        "policies",
    ),
    get(
        "/certifications/{id}/cycle",
        "certifications",
        "What the cycle of a certification asks for, by when, and what was done of it.",
        &[("on", false, "the day; today unless given")],
        "certification_cycle",
    ),
    Route {
        method: "post",
        body: Body::Statement,
        ..get(
            "/draws",
            "methods",
            "Reads a population to draw from and declares it by `draw.declare`. The body is the file.",
            &[
                ("audit", true, "the audit"),
                ("paper", false, "the working paper it is for"),
                ("name", true, "what the population is"),
                ("key", true, "the column that names a row"),
                ("value", false, "the column of values, for `pps`"),
                ("stratum", false, "the column of strata, for `stratified`"),
                ("completeness", true, "how its completeness was checked"),
                ("method", true, "`simple`, `systematic`, `stratified` or `pps`"),
                ("size", true, "how many items"),
                ("basis", true, "why so many"),
            ],
            "done",
        )
    },
    Route {
        method: "post",
        body: Body::Statement,
        ..get(
            "/draws/{id}/sample",
            "methods",
            "Draws from the declared population with the seed, and records the sample by `draw.record`.",
            &[],
            "done",
        )
    },
    Route {
        method: "post",
        body: Body::Statement,
        ..get(
            "/draws/{id}/replacements",
            "methods",
            "Replaces an item by the next of the draw, by `draw.replace`.",
            &[("item", true, "the item that cannot be examined"), ("reason", true, "why")],
            "done",
        )
    },
    Route {
        method: "post",
        body: Body::Statement,
        ..get(
            "/draws/{id}/redone",
            "methods",
            "Draws again from the population and says whether the recorded sample comes out.",
            &[],
            "draw_redone",
        )
    },
    get("/methods", "methods", "The auditor's methods, each with the schema of its inputs.", &[], "methods"),
    Route {
        answer: PDF,
        ..get(
            "/method-uses/{id}/pdf",
            "methods",
            "The sheet of a recorded use as PDF: inputs, working, result, who and when.",
            &[],
            "done",
        )
    },
    get(
        "/method-uses/{id}/redone",
        "methods",
        "Carries a recorded method out again on its recorded inputs, and says whether the result is the same.",
        &[],
        "method_redone",
    ),
    get(
        "/accounts",
        "accounts",
        "Who can sign in and by what, in the order of the persons' ids: for administrators.",
        &[("after", false, "the last person of the page before")],
        "accounts",
    ),
    Route {
        method: "post",
        answer: Answer::Nothing,
        ..get(
            "/accounts/{id}/lock",
            "accounts",
            "Locks an account and ends its sessions. It is opened again by the pages, or on the host.",
            &[],
            "accounts",
        )
    },
    get(
        "/letters",
        "accounts",
        "Where letters stand, the youngest first, without what they say: for administrators.",
        &[
            ("before", false, "the time that the last one of the page before was made at"),
            PAGE[1],
            ("state", false, "those that are `waiting`, `sent` or `given_up`"),
        ],
        "letters",
    ),
    Route {
        method: "post",
        answer: Answer::Nothing,
        ..get("/letters/{id}/retry", "accounts", "Tries a letter again now.", &[], "letters")
    },
    get(
        "/security-events",
        "security",
        "What was noted for security, the newest first: refused questions and acts, restricted evidence opened, exports, sign-ins.",
        &[
            ("after", false, "the last id of the page before"),
            PAGE[1],
            ("kind", false, "those of a kind"),
            ("person", false, "those of a person"),
            ("record", false, "those about a record"),
            ("from", false, "from the beginning of a day"),
            ("to", false, "to the end of a day"),
        ],
        "security_events",
    ),
    Route {
        method: "post",
        body: Body::Json("signing_wanted"),
        answer: Answer::Created("signing_asked"),
        ..get(
            "/signing-grants",
            "signatures",
            "Makes a command that binds ready to be signed: what is signed, its digest, and by what it can be. With the token of a person.",
            &[],
            "signing_asked",
        )
    },
    Route {
        method: "post",
        body: Body::Json("signing_proof"),
        answer: Answer::Created("signing_granted"),
        ..get(
            "/signing-grants/{id}",
            "signatures",
            "Proves that it is its person who signs. The grant in the answer signs that one act, once, within minutes.",
            &[],
            "signing_granted",
        )
    },
    get(
        "/tokens",
        "tokens",
        "Tokens, without their secrets: a person's own, or for the operator all.",
        &[],
        "tokens",
    ),
    Route {
        method: "post",
        body: Body::Json("token_wanted"),
        answer: Answer::Created("token_made"),
        ..get(
            "/tokens",
            "tokens",
            "Makes a token. Its secret is in this answer and nowhere else.",
            &[],
            "tokens",
        )
    },
    get("/audits/{id}/doors", "doors", "The auditee's doors to an audit, the last made first.", &[], "doors"),
    Route {
        method: "post",
        body: Body::Json("door_wanted"),
        answer: Answer::Created("door_made"),
        ..get(
            "/audits/{id}/doors",
            "doors",
            "Opens the auditee's door for a contact until the end of a day. The link is posted to the contact; it is in this answer and nowhere else.",
            &[],
            "doors",
        )
    },
    Route {
        method: "delete",
        answer: Answer::Nothing,
        ..get("/audits/{id}/doors/{door}", "doors", "Closes a door and ends the sessions by it.", &[], "done")
    },
    Route {
        method: "post",
        body: Body::Json("loan_wanted"),
        answer: Answer::Bytes("application/octet-stream"),
        ..get(
            "/audits/{id}/loans",
            "field",
            "Lends an audit for work in the field: the answer is the field file, encrypted to a passphrase or to a recipient of age.",
            &[],
            "done",
        )
    },
    Route {
        method: "post",
        body: Body::File,
        ..get(
            "/audits/{id}/loans/home",
            "field",
            "Takes in what came home from the field: the body is the file. It is checked whole first; each act is carried out once, or waits for a decision.",
            &[],
            "home_taken",
        )
    },
    Route {
        method: "delete",
        answer: Answer::Nothing,
        ..get("/tokens/{id}", "tokens", "Revokes a token.", &[], "done")
    },
    get(
        "/tables",
        "records",
        "The tables of records: a kind each, and a list in one each, with their columns.",
        &[],
        "tables",
    ),
    Route {
        answer: Answer::Bytes("*/*"),
        ..get(
            "/tables/{name}",
            "records",
            "A table of records, as far as you may see them: its name with the ending `.csv` or `.jsonl`.",
            &[],
            "done",
        )
    },
    get(
        "/webhooks",
        "webhooks",
        "Endpoints that are told of what happens, without their secrets.",
        &[],
        "webhooks",
    ),
    Route {
        method: "post",
        body: Body::Json("webhook_wanted"),
        answer: Answer::Created("webhook_made"),
        ..get(
            "/webhooks",
            "webhooks",
            "Makes an endpoint, which is told of what you may see. Its secret is in this answer and nowhere else.",
            &[],
            "webhooks",
        )
    },
    Route {
        method: "delete",
        answer: Answer::Nothing,
        ..get("/webhooks/{id}", "webhooks", "Removes an endpoint.", &[], "done")
    },
    Route {
        method: "post",
        answer: Answer::Json("webhook_made"),
        ..get(
            "/webhooks/{id}/secret",
            "webhooks",
            "Gives an endpoint a new secret. The one before signs too for a day.",
            &[],
            "webhook_made",
        )
    },
    Route {
        method: "post",
        answer: Answer::Json("webhook"),
        ..get(
            "/webhooks/{id}/enable",
            "webhooks",
            "Enables an endpoint again; what waits is sent.",
            &[],
            "webhook",
        )
    },
    Route {
        method: "post",
        answer: Answer::Json("webhook"),
        ..get(
            "/webhooks/{id}/disable",
            "webhooks",
            "Disables an endpoint; what happens waits.",
            &[],
            "webhook",
        )
    },
    get(
        "/webhooks/{id}/deliveries",
        "webhooks",
        "What was delivered to an endpoint and what it answered, of the youngest entries of the journal first.",
        &[("before", false, "the number of an entry: those before it"), ("limit", false, "how many items")],
        "webhook_deliveries",
    ),
    Route {
        method: "post",
        body: Body::Json("webhook_replay"),
        answer: Answer::Json("webhook_replayed"),
        ..get(
            "/webhooks/{id}/replay",
            "webhooks",
            "Delivers a message again, under the same id, or everything that happened since a time.",
            &[],
            "webhook_replayed",
        )
    },
];

pub(super) const PROBES: [(&str, &str, Answer<'static>); 3] = [
    ("/healthz", "The process answers.", Answer::Json("health")),
    ("/readyz", "The database and the place of evidence answer.", Answer::Json("readiness")),
    ("/metrics", "Counts in the text form of Prometheus.", Answer::Bytes("text/plain")),
];

const fn get(
    path: &'static str,
    tag: &'static str,
    summary: &'static str,
    query: &'static [(&'static str, bool, &'static str)],
    schema: &'static str,
) -> Route {
    Route { method: "get", path, tag, summary, query, body: Body::None, answer: Answer::Json(schema) }
}
