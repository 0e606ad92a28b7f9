//! The schemas of what is sent and answered: those of commands and records as the law declares them, the others by hand.

use assize_domain::access::{AccessGrant, Role};
use assize_domain::auditor::LoggedAudit;
use assize_domain::auditor::competence::Competence;
use assize_domain::auditor::impartiality::Barred;
use assize_domain::certification::cycle::CycleDue;
use assize_domain::claim::ClaimKind;
use assize_domain::kernel::datum::Datum;
use assize_domain::programme::indicators::Indicators;
use assize_domain::signing::BINDINGS;
use assize_domain::words::{AuditType, TeamRole};
use assize_domain::{Command, Kind};
use assize_exchange::columns::MapOf;
use assize_methods::METHODS;
use assize_store::{DeliveryState, LetterState, SecurityKind, WebhookContent};
use serde_json::{Map, Value, json};

use super::{page_name, schema_ref, versioned_name};
use crate::access::asker::COUNTED;
use crate::problem::{KINDS, KINDS_PATH};
use crate::technical::{AGES_LEN, WEIGHTS};
use crate::tokens::TOKEN_DAYS_MAX;

/// Every schema by its name.
pub(super) fn all() -> Value {
    let mut schemas = Map::new();
    let mut add = |name: String, schema: Value| {
        schemas.insert(name, schema);
    };
    for name in Command::NAMES {
        add(format!("command.{name}"), Command::schema(name).unwrap_or_default());
    }
    for method in METHODS {
        add(format!("method.{}", method.name), (method.schema)());
    }
    for kind in Kind::ALL {
        add(format!("record.{kind}"), told(kind.schema()));
        add(versioned_name(*kind), versioned(*kind));
        add(page_name(*kind), page(&schema_ref(&versioned_name(*kind)), &uuid()));
    }
    let tables = [
        references(),
        acts(),
        questions(),
        documents(),
        methods(),
        signatures(),
        tokens(),
        doors(),
        webhooks(),
        field(),
        accounts(),
        probes(),
    ];
    for (name, schema) in tables.into_iter().flatten() {
        add(name.to_owned(), schema);
    }
    Value::Object(schemas)
}

/// The schema of a record as it is told: what not everybody is told of, a record may lack.
fn told(mut record: Value) -> Value {
    if let Some(required) = record.get_mut("required").and_then(Value::as_array_mut) {
        required.retain(|name| name != COUNTED);
    }
    record
}

type Named = Vec<(&'static str, Value)>;

fn text() -> Value {
    json!({ "type": "string" })
}

fn uuid() -> Value {
    json!({ "type": "string", "format": "uuid" })
}

fn time() -> Value {
    json!({ "type": "string", "format": "date-time" })
}

/// The value, or null.
fn or_null(schema: &Value) -> Value {
    json!({ "oneOf": [schema, { "type": "null" }] })
}

/// An object that has each of these fields. It may gain others.
fn object(fields: &[(&str, Value)]) -> Value {
    let properties: Map<String, Value> =
        fields.iter().map(|(name, schema)| ((*name).to_owned(), schema.clone())).collect();
    let required: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
    json!({ "type": "object", "required": required, "properties": properties })
}

fn list(items: &Value) -> Value {
    object(&[("items", json!({ "type": "array", "items": items }))])
}

/// A page of a list, and where the next begins.
fn page(items: &Value, after: &Value) -> Value {
    object(&[("items", json!({ "type": "array", "items": items })), ("next", or_null(after))])
}

fn versioned(kind: Kind) -> Value {
    object(&[
        ("kind", json!({ "const": kind.word() })),
        ("id", uuid()),
        ("version", json!({ "type": "integer", "minimum": 1 })),
        ("record", schema_ref(&format!("record.{kind}"))),
    ])
}

fn references() -> Named {
    let told = |fields: &[(&str, Value)]| json!({ "type": "array", "minItems": 1, "items": object(fields) });
    let mut problem = object(&[
        (
            "type",
            json!({ "enum": KINDS.iter().map(|kind| format!("{KINDS_PATH}#{}", kind.name)).collect::<Vec<_>>() }),
        ),
        ("title", text()),
        ("status", json!({ "type": "integer", "minimum": 400, "maximum": 599 })),
        ("detail", text()),
        ("request_id", text()),
    ]);
    if let Some(properties) = problem.pointer_mut("/properties").and_then(Value::as_object_mut) {
        let places = [("at", text()), ("what", text()), ("hint", text())];
        let rules = [("rule", text()), ("clause", text())];
        properties.insert("refusals".to_owned(), told(&[&rules[..], &places].concat()));
        properties.insert("problems".to_owned(), told(&places));
        properties.insert("because".to_owned(), json!({ "type": "array", "items": text() }));
        let named = object(&[("role", text()), ("name", text())]);
        properties.insert("turn_to".to_owned(), json!({ "type": "array", "items": named }));
    }
    let schema = json!({ "type": "object" });
    vec![
        ("openapi", object(&[("openapi", text()), ("info", schema.clone()), ("paths", schema.clone())])),
        ("problem", problem),
        (
            "problem_kinds",
            list(&object(&[("name", text()), ("status", json!({ "type": "integer" })), ("title", text())])),
        ),
        ("commands", list(&object(&[("name", json!({ "enum": Command::NAMES })), ("schema", schema)]))),
        ("rules", list(&object(&[("id", text()), ("clause", text()), ("asks", text())]))),
    ]
}

fn acts() -> Named {
    let subject = object(&[("kind", json!({ "enum": Kind::WORDS })), ("id", uuid())]);
    let seq = json!({ "type": "integer", "minimum": 1 });
    let version = json!({ "type": "integer", "minimum": 0, "description": "0 where the record is no more" });
    let event = object(&[("seq", seq.clone()), ("kind", text()), ("version", version), ("subject", subject)]);
    let open = object(&[("n", text()), ("s", text()), ("c", json!(true))]);
    let closed = object(&[("n", text()), ("h", text()), ("x", json!({ "enum": ["withheld", "erased"] }))]);
    let entry = object(&[
        ("seq", seq.clone()),
        ("at", time()),
        ("kind", text()),
        ("v", json!({ "type": "integer", "minimum": 1 })),
        ("leaf", json!({ "type": "string", "pattern": "^[0-9a-f]{64}$" })),
        ("fields", json!({ "type": "array", "items": { "oneOf": [open, closed] } })),
    ]);
    let unreadable = object(&[("seq", seq.clone()), ("unreadable", json!({ "const": true }))]);
    vec![
        ("logo", <assize_domain::auditee::Logo as Datum>::schema()),
        ("done", object(&[("at", time()), ("events", json!({ "type": "array", "items": event }))])),
        ("journal_page", page(&json!({ "oneOf": [entry, unreadable] }), &seq)),
    ]
}

fn questions() -> Named {
    let audit = object(&[
        ("id", uuid()),
        ("version", json!({ "type": "integer", "minimum": 1 })),
        ("title", text()),
        ("audit_type", json!({ "enum": AuditType::WORDS })),
        ("state", text()),
        ("programme", uuid()),
        ("auditee", object(&[("id", uuid()), ("name", or_null(&text()))])),
        ("window", json!({ "type": "object" })),
        ("report", or_null(&uuid())),
    ]);
    let boolean = json!({ "type": "boolean" });
    // What is asked for stands beside the answer, and a criterion says whether it is met.
    let mut competence = opened(Competence::schema());
    if let Some(criterion) = competence.pointer_mut("/properties/criteria/items") {
        let shown = opened(criterion.take());
        *criterion = json!({ "allOf": [shown, object(&[("met", boolean.clone())])] });
    }
    let added = object(&[
        ("person", uuid()),
        ("met", boolean.clone()),
        ("areas", json!({ "type": "array", "items": text() })),
    ]);
    vec![
        ("audit_page", page(&audit, &uuid())),
        ("competence", json!({ "allOf": [competence, added] })),
        (
            "impartiality",
            object(&[
                ("person", uuid()),
                ("auditee", uuid()),
                ("role", json!({ "enum": TeamRole::WORDS })),
                ("type", json!({ "enum": AuditType::WORDS })),
                ("on", json!({ "type": "string", "format": "date" })),
                ("barred", boolean),
                ("bars", json!({ "type": "array", "items": Barred::schema() })),
            ]),
        ),
        ("indicators", Indicators::schema()),
        (
            "audit_log",
            object(&[
                ("person", uuid()),
                ("items", json!({ "type": "array", "items": LoggedAudit::schema() })),
            ]),
        ),
        ("certification_cycle", cycle()),
        ("rights", rights()),
        ("policies", object(&[("policies", list_of(&policy())), ("text", text())])),
    ]
}

/// A list inside an answer.
fn list_of(items: &Value) -> Value {
    json!({ "type": "array", "items": items })
}

fn policy() -> Value {
    object(&[("id", text()), ("title", text()), ("permits", json!({ "type": "boolean" }))])
}

/// What somebody may see and do, and why.
fn rights() -> Value {
    let words: Vec<&str> = Role::WORDS.iter().copied().chain(["everyone"]).collect();
    let named = object(&[
        ("kind", json!({ "enum": Kind::WORDS })),
        ("id", uuid()),
        ("title", or_null(&text())),
        ("roles", list_of(&json!({ "enum": Role::WORDS }))),
    ]);
    let grant = object(&[("in_force", json!({ "type": "boolean" })), ("record", AccessGrant::schema())]);
    object(&[
        ("person", uuid()),
        ("on", json!({ "type": "string", "format": "date" })),
        ("named", list_of(&named)),
        ("grants", list_of(&grant)),
        ("roles", list_of(&object(&[("role", json!({ "enum": words })), ("policies", list_of(&policy()))]))),
    ])
}

/// What a certification's cycle asks for.
fn cycle() -> Value {
    let overdue = object(&[("overdue", json!({ "type": "boolean" }))]);
    let item = json!({ "allOf": [opened(CycleDue::schema()), overdue] });
    object(&[
        ("certification", uuid()),
        ("on", json!({ "type": "string", "format": "date" })),
        ("items", json!({ "type": "array", "items": item })),
    ])
}

/// An object's schema that lets others add fields.
fn opened(mut schema: Value) -> Value {
    if let Some(object) = schema.as_object_mut() {
        object.remove("additionalProperties");
    }
    schema
}

fn documents() -> Named {
    let state = |word: &str| ("state", json!({ "const": word }));
    let read = object(&[
        state("text"),
        ("title", or_null(&text())),
        ("headings", json!({ "type": "array", "items": text() })),
        ("text", text()),
    ]);
    let lacks = object(&[("item", text()), ("what", text()), ("clause", text()), ("hint", text())]);
    vec![
        (
            "documents_found",
            list(&object(&[("evidence", uuid()), ("title", or_null(&text())), ("excerpt", text())])),
        ),
        (
            "document_text",
            json!({ "oneOf": [read, object(&[state("unsupported")]), object(&[state("unreadable"), ("reason", text())])] }),
        ),
        (
            "technical",
            json!({ "oneOf": [technical(), object(&[state("none")]), object(&[state("unreadable"), ("reason", text())])] }),
        ),
        ("claims_wanted", claims_wanted()),
        ("claims_answer", json!({ "anyOf": [claims_read(), schema_ref("done")] })),
        ("table_read", table_read()),
        (
            "report_content",
            object(&[
                ("digest", json!({ "type": "string", "pattern": "^[0-9a-f]{64}$" })),
                ("lacks", json!({ "type": "array", "items": lacks })),
                ("content", json!({ "type": "object", "description": "docs/record.md describes its form" })),
            ]),
        ),
    ]
}

/// How claims are to be read.
fn claims_wanted() -> Value {
    let number = json!({ "type": "integer", "minimum": 1 });
    let means = json!({ "enum": MapOf::Claims.words().collect::<Vec<_>>() });
    json!({
        "type": "object",
        "properties": {
            "title": { "type": "string", "description": "What the set is; may be left out of a dry run." },
            "source": { "type": "string", "description": "Who says it; may be left out of a dry run." },
            "kind": { "enum": ClaimKind::WORDS },
            "sheet": number,
            "header_row": number,
            "columns": {
                "type": "object",
                "additionalProperties": means,
                "description": "What each column means, by its number, counted from 1. Left out, the headings say it.",
            },
            "dry_run": { "type": "boolean" },
        },
        "additionalProperties": false,
    })
}

/// What a dry run shows of claims.
fn claims_read() -> Value {
    let count = json!({ "type": "integer", "minimum": 0 });
    let claim = json!({ "type": "object", "description": "As `claims.take` takes it." });
    let puzzle = object(&[
        ("place", text()),
        ("what", json!({ "enum": ["nothing", "reference", "date", "cut"] })),
        ("said", or_null(&text())),
    ]);
    object(&[
        ("layout", text()),
        ("kind", json!({ "enum": ClaimKind::WORDS })),
        ("sheet", or_null(&count)),
        ("read_by", or_null(&json!({ "type": "object" }))),
        ("claims", json!({ "type": "array", "items": claim })),
        ("placed", count.clone()),
        ("left_out", count),
        ("not_understood", json!({ "type": "array", "items": puzzle })),
        ("notes", sheet_notes()),
    ])
}

/// What was seen while a file was read.
fn sheet_notes() -> Value {
    let number = or_null(&json!({ "type": "integer", "minimum": 1 }));
    let note = object(&[
        ("sheet", or_null(&text())),
        ("row", number.clone()),
        ("column", number),
        ("what", text()),
        ("hint", text()),
        ("grave", json!({ "type": "boolean", "description": "Nothing is taken before it is mended." })),
    ]);
    json!({ "type": "array", "items": note })
}

/// What a dry run shows of a table, and what is answered when it was taken.
fn table_read() -> Value {
    let count = json!({ "type": "integer", "minimum": 0 });
    let flag = json!({ "type": "boolean" });
    let table = object(&[
        ("table", text()),
        ("sheet", text()),
        ("rows", count.clone()),
        ("unchanged", count.clone()),
        ("absent", count.clone()),
        ("unknown_headings", json!({ "type": "array", "items": text() })),
    ]);
    let wrong = object(&[
        ("kind", text()),
        ("column", or_null(&text())),
        ("what", text()),
        ("rule", or_null(&text())),
        ("clause", or_null(&text())),
    ]);
    let cell = object(&[("column", text()), ("from", text()), ("to", text()), ("taken", flag.clone())]);
    let wrongs = json!({ "type": "array", "items": wrong });
    let row = object(&[
        ("sheet", text()),
        ("row", count.clone()),
        ("id", text()),
        ("title", text()),
        ("new", flag.clone()),
        ("stale", or_null(&object(&[("seen", count.clone()), ("present", count.clone())]))),
        ("cells", json!({ "type": "array", "items": cell })),
        ("commands", json!({ "type": "array", "items": text() })),
        ("wrong", wrongs.clone()),
        ("notes", json!({ "type": "array", "items": text() })),
    ]);
    json!({
        "type": "object",
        "properties": {
            "unfit": or_null(&text()),
            "tables": { "type": "array", "items": table },
            "list": or_null(&json!({ "type": "object" })),
            "calendar": or_null(&json!({ "type": "object" })),
            "rows": { "type": "array", "items": row },
            "wrong": wrongs,
            "notes": sheet_notes(),
            "taken": count,
            "can_be_taken": flag,
            "at": { "type": "string", "description": "When it was taken; not in a dry run, nor where nothing differs." },
        },
        "required": ["unfit", "tables", "list", "calendar", "rows", "wrong", "notes", "taken", "can_be_taken"],
        "additionalProperties": false,
    })
}

/// The summary of what a scanner reports.
fn technical() -> Value {
    let count = json!({ "type": "integer", "minimum": 0 });
    let ages = json!({
        "type": "array", "items": count, "minItems": AGES_LEN, "maxItems": AGES_LEN,
        "description": "Those that failed: up to 30, 90, 180 and 365 days old, older, and of no known age.",
    });
    let weighed = object(&[
        ("weight", json!({ "enum": WEIGHTS })),
        ("failed", count.clone()),
        ("passed", count.clone()),
        ("neither", count.clone()),
        ("ages", ages),
    ]);
    object(&[
        ("state", json!({ "const": "read" })),
        ("format", text()),
        ("tools", json!({ "type": "array", "items": text() })),
        ("made", or_null(&text())),
        ("as_of", or_null(&json!({ "type": "string", "format": "date" }))),
        ("reported", count.clone()),
        ("left_out", count),
        ("weights", json!({ "type": "array", "items": weighed })),
    ])
}

fn methods() -> Named {
    let step = object(&[("what", text()), ("working", text()), ("value", text()), ("source", text())]);
    let sheet = object(&[
        ("title", text()),
        ("steps", json!({ "type": "array", "items": step })),
        ("conclusion", text()),
    ]);
    let method = object(&[
        ("name", json!({ "enum": METHODS.iter().map(|method| method.name).collect::<Vec<_>>() })),
        ("about", text()),
        ("source", text()),
        ("inputs", json!({ "type": "object" })),
    ]);
    let agrees = ("agrees", json!({ "type": "boolean" }));
    let keys = json!({ "type": ["array", "null"] });
    vec![
        ("methods", list(&method)),
        ("method_result", object(&[("working", sheet)])),
        ("method_redone", object(&[agrees.clone(), ("why", text())])),
        ("draw_redone", object(&[agrees, ("selected", keys.clone()), ("replacements", keys)])),
    ]
}

fn tokens() -> Named {
    let scope = json!({ "enum": ["read", "act"] });
    let token = object(&[
        ("id", text()),
        ("label", text()),
        ("person", or_null(&uuid())),
        ("scope", scope.clone()),
        ("made_at", time()),
        ("expires_at", time()),
        ("used_at", or_null(&time())),
        ("revoked_at", or_null(&time())),
    ]);
    let wanted = json!({
        "type": "object", "required": ["label", "scope", "days"], "additionalProperties": false,
        "properties": {
            "label": text(), "person": or_null(&uuid()), "scope": scope,
            "days": { "type": "integer", "minimum": 1, "maximum": TOKEN_DAYS_MAX },
        },
    });
    vec![
        ("token_wanted", wanted),
        (
            "openings",
            json!({ "type": "object", "properties": { "items": { "type": "array", "items": security_event() } }, "required": ["items"] }),
        ),
        ("security_events", page(&security_event(), &uuid())),
        ("tokens", list(&token)),
        ("token_made", object(&[("token", token), ("secret", text())])),
    ]
}

fn webhooks() -> Named {
    let (whole, flag) =
        (json!({ "type": "integer", "minimum": 0 }), json!({ "enum": WebhookContent::WORDS }));
    let texts = json!({ "type": "array", "items": { "type": "string" } });
    let webhook = object(&[
        ("id", text()),
        ("url", text()),
        ("label", text()),
        ("person", or_null(&uuid())),
        ("kinds", texts.clone()),
        ("audit", or_null(&uuid())),
        ("content", flag.clone()),
        ("made_at", time()),
        ("before_until", or_null(&time())),
        ("looked_at", whole.clone()),
        ("failing_since", or_null(&time())),
        ("disabled_at", or_null(&time())),
        ("disabled_why", or_null(&text())),
    ]);
    let wanted = json!({
        "type": "object", "required": ["url", "label"], "additionalProperties": false,
        "properties": { "url": { "type": "string", "format": "uri" }, "label": text(), "kinds": texts, "audit": uuid(), "content": flag },
    });
    let delivery = object(&[
        ("id", text()),
        ("seq", whole.clone()),
        ("kind", text()),
        ("made_at", time()),
        ("due_at", time()),
        ("tries", whole.clone()),
        ("state", json!({ "enum": DeliveryState::WORDS })),
        ("ended_at", or_null(&time())),
        ("status", or_null(&whole)),
        ("answer", or_null(&text())),
    ]);
    let replay = json!({
        "oneOf": [
            { "type": "object", "required": ["delivery"], "additionalProperties": false, "properties": { "delivery": text() } },
            { "type": "object", "required": ["since"], "additionalProperties": false, "properties": { "since": time() } },
        ],
    });
    let table = object(&[
        ("name", text()),
        ("kind", json!({ "enum": Kind::WORDS })),
        ("columns", json!({ "type": "array", "items": { "type": "string" } })),
    ]);
    vec![
        ("tables", list(&table)),
        ("webhook_wanted", wanted),
        ("webhooks", list(&webhook)),
        ("webhook", webhook.clone()),
        ("webhook_made", object(&[("webhook", webhook), ("secret", text())])),
        ("webhook_deliveries", page(&delivery, &whole)),
        ("webhook_replay", replay),
        ("webhook_replayed", object(&[("from", or_null(&whole))])),
    ]
}

fn accounts() -> Named {
    let count = json!({ "type": "integer", "minimum": 0 });
    let account = object(&[
        ("person", uuid()),
        ("made_at", time()),
        ("locked_at", or_null(&time())),
        ("used_at", or_null(&time())),
        ("passphrase_at", or_null(&time())),
        ("codes_at", or_null(&time())),
        ("recovery_left", count.clone()),
        ("passkeys", count.clone()),
        ("invited_until", or_null(&time())),
    ]);
    let letter = object(&[
        ("id", text()),
        ("kind", text()),
        ("person", or_null(&uuid())),
        ("address", text()),
        ("made_at", time()),
        ("due_at", time()),
        ("tries", count),
        ("state", json!({ "enum": LetterState::WORDS })),
        ("ended_at", or_null(&time())),
        ("failed", or_null(&text())),
        ("can_retry", json!({ "type": "boolean" })),
    ]);
    vec![("accounts", page(&account, &uuid())), ("letters", page(&letter, &time()))]
}

fn doors() -> Named {
    let door = object(&[
        ("id", text()),
        ("person", uuid()),
        ("made_by", or_null(&uuid())),
        ("made_at", time()),
        ("expires_at", time()),
        ("closed_at", or_null(&time())),
        ("used_at", or_null(&time())),
        ("holds", json!({ "type": "boolean" })),
        ("sessions", json!({ "type": "integer", "minimum": 0 })),
    ]);
    let wanted = json!({
        "type": "object", "required": ["person", "until"], "additionalProperties": false,
        "properties": { "person": uuid(), "until": { "type": "string", "format": "date" } },
    });
    vec![
        ("door_wanted", wanted),
        ("doors", list(&door)),
        ("door_made", object(&[("door", door), ("link", text()), ("posted_to", text())])),
    ]
}

/// Work in the field.
fn field() -> Named {
    let wanted = json!({
        "type": "object", "required": ["borrower"], "additionalProperties": false,
        "properties": {
            "borrower": uuid(),
            "papers": { "type": ["array", "null"], "items": uuid(),
                "description": "Working papers to work on; without a word those that are the borrower's or nobody's." },
            "files": { "description": "Whether the files of the audit go out, or which: all that the borrower may open, without a word.",
                "anyOf": [{ "type": "boolean" }, { "type": "array", "items": uuid() }, { "type": "null" }] },
            "recipient": { "type": "string", "description": "A recipient of age, `age1...`; or a passphrase." },
            "passphrase": { "type": "string", "minLength": 14 },
        },
    });
    let count = || json!({ "type": "integer", "minimum": 0 });
    let taken = object(&[
        ("loan", uuid()),
        ("audit", uuid()),
        ("acts", count()),
        ("carried", count()),
        ("waiting", count()),
        ("before", count()),
    ]);
    vec![("loan_wanted", wanted), ("home_taken", taken)]
}

fn signatures() -> Named {
    let names: Vec<&str> = BINDINGS.iter().map(|binding| binding.command).collect();
    let anything = json!({ "type": "object" });
    let mut wanted = object(&[
        ("command", json!({ "enum": names })),
        (
            "body",
            json!({ "type": "object", "description": "The body of the command; `report.issue` needs no `pdf`." }),
        ),
        (
            "version",
            json!({ "type": ["integer", "null"], "description": "The version of the record that was seen; that which stands unless it is given." }),
        ),
    ]);
    if let Some(wanted) = wanted.as_object_mut() {
        wanted.insert("required".to_owned(), json!(["command", "body"]));
    }
    let hex = json!({ "type": "string", "pattern": "^[0-9a-f]{64}$" });
    let asked = object(&[
        ("id", text()),
        ("meaning", text()),
        (
            "statement",
            json!({ "type": "object", "description": "What is signed, as docs/record.md has it." }),
        ),
        ("digest", hex.clone()),
        ("challenge", or_null(&text())),
        ("passkey", or_null(&anything)),
        ("ways", json!({ "type": "array", "items": { "enum": ["passkey", "passphrase_and_code"] } })),
        ("expires_at", or_null(&time())),
    ]);
    let by_codes = object(&[("passphrase", text()), ("code", text())]);
    let by_passkey = object(&[("passkey", anything)]);
    let proof = json!({ "anyOf": [by_codes, by_passkey] });
    let granted = object(&[("grant", hex), ("expires_at", or_null(&time()))]);
    vec![
        ("signing_wanted", wanted),
        ("signing_asked", asked),
        ("signing_proof", proof),
        ("signing_granted", granted),
    ]
}

fn security_event() -> Value {
    let record = object(&[("kind", json!({ "enum": Kind::WORDS })), ("id", uuid())]);
    object(&[
        ("id", uuid()),
        ("at", or_null(&time())),
        ("kind", json!({ "enum": SecurityKind::WORDS })),
        ("who", text()),
        ("person", or_null(&uuid())),
        ("address", text()),
        ("route", text()),
        ("record", or_null(&record)),
        ("request", text()),
        ("why", text()),
    ])
}

fn probes() -> Named {
    let yes = json!({ "const": true });
    vec![
        ("health", object(&[("alive", yes.clone())])),
        (
            "readiness",
            object(&[("ready", yes), ("journal_entries", json!({ "type": "integer", "minimum": 0 }))]),
        ),
    ]
}
