//! The description of the API: OpenAPI 3.1, made from the registries of commands and of kinds of records.

use std::sync::LazyLock;

use assize_domain::words::{AuditType, TeamRole};
use assize_domain::{Command, Kind};
use assize_methods::{METHODS, Method};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use serde_json::{Map, Value, json};

use crate::conditions::value;
use crate::problem::KINDS;
use crate::records::{PAGE_LEN, PAGE_LEN_MAX};
use crate::soa::MEDIA_TYPES;
use crate::tokens::TOKEN_DAYS_MAX;

const API: &str = "/api/v1";

static DESCRIPTION: LazyLock<Bytes> = LazyLock::new(|| description().to_string().into());

/// `GET /openapi.json`. Asks for no token, since it says nothing of any store.
pub(crate) async fn serve() -> Response {
    ([(header::CONTENT_TYPE, value("application/json"))], DESCRIPTION.clone()).into_response()
}

/// The description.
#[must_use]
pub fn description() -> Value {
    let mut paths = Map::new();
    for route in ROUTES {
        add(&mut paths, &format!("{API}{}", route.path), route.method, route.describe());
    }
    for (path, summary) in PROBES {
        add(
            &mut paths,
            path,
            "get",
            operation(summary, "operation", vec![], None, "application/json", false),
        );
    }
    for method in METHODS {
        add(&mut paths, &format!("{API}/methods/{}", method.name), "post", carried_out(method));
    }
    for name in Command::NAMES {
        add(&mut paths, &format!("{API}/commands/{name}"), "post", command(name));
    }
    for kind in Kind::ALL {
        let (list, one) = records(*kind);
        add(&mut paths, &format!("{API}/records/{kind}"), "get", list);
        add(&mut paths, &format!("{API}/records/{kind}/{{id}}"), "get", one);
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Assize",
            "version": env!("CARGO_PKG_VERSION"),
            "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" },
            "description": "ISMS audits: every command, every record, evidence, reports. Errors are problems (RFC 9457).",
        },
        "servers": [{ "url": "/" }],
        "security": [{ "token": [] }],
        "paths": paths,
        "components": {
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
            "schemas": schemas(),
            "responses": { "problem": {
                "description": "The request was not done; the body says why.",
                "content": { "application/problem+json": { "schema": schema_ref("problem") } },
            } },
            "parameters": parameters(),
        },
    })
}

/// A route that is neither a command nor a list of records.
struct Route {
    method: &'static str,
    path: &'static str,
    tag: &'static str,
    summary: &'static str,
    /// Parameters of the query: name, whether needed, what it is.
    query: &'static [(&'static str, bool, &'static str)],
    body: Body,
    answer: &'static str,
}

enum Body {
    None,
    Json(&'static str),
    File,
    Statement,
}

const JSON: &str = "application/json";
const PDF: &str = "application/pdf";
const PAGE: [(&str, bool, &str); 2] =
    [("after", false, "where the page begins: `next` of the one before"), ("limit", false, "how many items")];

const ROUTES: &[Route] = &[
    get("/openapi.json", "reference", "This description.", &[]),
    get("/problems", "reference", "The kinds of problems.", &[]),
    get("/commands", "reference", "Every command with the schema of its body.", &[]),
    get("/rules", "reference", "Every rule of the law with its clause.", &[]),
    get(
        "/journal",
        "records",
        "Entries of the journal in order.",
        &[PAGE[0], PAGE[1], ("audit", false, "entries of one audit")],
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
        answer: JSON,
    },
    get(
        "/audits/{id}/documents",
        "evidence",
        "Documents of an audit that hold every word.",
        &[("q", true, "the words; one that ends in `*` is a beginning")],
    ),
    Route {
        answer: "application/octet-stream",
        ..get("/evidence/{id}/content", "evidence", "The file as it was taken.", &[])
    },
    get("/evidence/{id}/text", "evidence", "The text of the file.", &[]),
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
        answer: JSON,
    },
    get(
        "/reports/{id}/content",
        "reports",
        "The report's content as the records stand, its digest, and what it lacks.",
        &[],
    ),
    Route { answer: PDF, ..get("/reports/{id}/pdf", "reports", "The PDF that was issued.", &[]) },
    Route {
        method: "post",
        answer: PDF,
        ..get("/reports/{id}/pdf", "reports", "The content as it stands as PDF, marked as a draft.", &[])
    },
    Route {
        method: "post",
        ..get(
            "/reports/{id}/issue",
            "reports",
            "Renders the approved report, keeps it, and issues it by `report.issue`.",
            &[],
        )
    },
    get(
        "/people/{id}/competence",
        "people",
        "Whether somebody is competent for a role on a day, and by what.",
        &[("role", true, "the role"), ("on", false, "the day; today unless given")],
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
    ),
    get("/people/{id}/audits", "people", "The audit log of a person, kept from the audits themselves.", &[]),
    get(
        "/certifications/{id}/cycle",
        "certifications",
        "What the cycle of a certification asks for, by when, and what was done of it.",
        &[("on", false, "the day; today unless given")],
    ),
    get(
        "/programmes/{id}/indicators",
        "programmes",
        "How a programme stands on a day, computed from the records.",
        &[("on", false, "the day; today unless given")],
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
                ("method", true, "simple, systematic, stratified or pps"),
                ("size", true, "how many items"),
                ("basis", true, "why so many"),
            ],
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
        )
    },
    get("/methods", "methods", "The auditor's methods, each with the schema of its inputs.", &[]),
    get(
        "/method-uses/{id}/redone",
        "methods",
        "Carries a recorded method out again on its recorded inputs, and says whether the result is the same.",
        &[],
    ),
    get("/tokens", "tokens", "Tokens, without their secrets: a person's own, or for the operator all.", &[]),
    Route {
        method: "post",
        body: Body::Json("token_wanted"),
        ..get("/tokens", "tokens", "Makes a token. Its secret is in this answer and nowhere else.", &[])
    },
    Route { method: "delete", ..get("/tokens/{id}", "tokens", "Revokes a token.", &[]) },
];

const PROBES: [(&str, &str); 3] = [
    ("/healthz", "The process answers."),
    ("/readyz", "The database and the place of evidence answer."),
    ("/metrics", "Counts in the text form of Prometheus."),
];

const fn get(
    path: &'static str,
    tag: &'static str,
    summary: &'static str,
    query: &'static [(&'static str, bool, &'static str)],
) -> Route {
    Route { method: "get", path, tag, summary, query, body: Body::None, answer: JSON }
}

impl Route {
    fn describe(&self) -> Value {
        let mut parameters: Vec<Value> =
            self.query.iter().map(|(name, needed, what)| query_parameter(name, *needed, what)).collect();
        if self.path.contains("{id}") {
            parameters.insert(0, parameter_ref("id"));
        }
        let is_act = matches!(self.body, Body::File | Body::Statement) || self.path.ends_with("/issue");
        if is_act {
            parameters.extend([parameter_ref("idempotency_key"), parameter_ref("on_behalf_of")]);
        }
        let file = json!({});
        let body = match self.body {
            Body::None => None,
            Body::Json(schema) => Some(json!({ JSON: { "schema": schema_ref(schema) } })),
            Body::File => Some(json!({ "*/*": file })),
            Body::Statement => {
                Some(MEDIA_TYPES.iter().map(|(media, _)| ((*media).to_owned(), file.clone())).collect())
            }
        };
        operation(
            self.summary,
            self.tag,
            parameters,
            body,
            self.answer,
            self.path != "/openapi.json" && self.path != "/problems",
        )
    }
}

fn command(name: &str) -> Value {
    let tag = name.split('.').next().unwrap_or(name);
    let parameters = ["idempotency_key", "if_match", "on_behalf_of"].map(parameter_ref).to_vec();
    let body = json!({ JSON: { "schema": schema_ref(&format!("command.{name}")) } });
    let mut operation = operation(&format!("Gives `{name}`."), tag, parameters, Some(body), JSON, true);
    if let Some(operation) = operation.as_object_mut() {
        operation.insert("operationId".to_owned(), name.into());
        operation.insert("responses".to_owned(), json!({
            "200": {
                "description": "What the command came to, durable.",
                "headers": { "ETag": { "description": "The version of the record.", "schema": { "type": "string" } } },
                "content": { JSON: { "schema": schema_ref("done") } },
            },
            "default": { "$ref": "#/components/responses/problem" },
        }));
    }
    operation
}

fn carried_out(method: &Method) -> Value {
    let query = [
        ("audit", "record the use in this audit"),
        ("programme", "record the use in this programme"),
        ("remark", "why this method, or what follows from the result"),
    ];
    let mut parameters: Vec<Value> =
        query.iter().map(|(name, what)| query_parameter(name, false, what)).collect();
    parameters.extend([parameter_ref("idempotency_key"), parameter_ref("on_behalf_of")]);
    let body = json!({ JSON: { "schema": schema_ref(&format!("method.{}", method.name)) } });
    operation(
        &format!("{} ({}).", method.about, method.source),
        "methods",
        parameters,
        Some(body),
        JSON,
        true,
    )
}

fn records(kind: Kind) -> (Value, Value) {
    let tag = "records";
    let mut parameters: Vec<Value> =
        PAGE.iter().map(|(name, needed, what)| query_parameter(name, *needed, what)).collect();
    parameters.extend(
        kind.links()
            .iter()
            .map(|link| query_parameter(link, false, "those whose link of this name is the id")),
    );
    let list = operation(
        &format!("Records of the kind `{kind}`, in the order of their making."),
        tag,
        parameters,
        None,
        JSON,
        true,
    );
    let mut one = operation(
        &format!("One record of the kind `{kind}`."),
        tag,
        vec![parameter_ref("id")],
        None,
        JSON,
        true,
    );
    let schema = json!({ "type": "object", "required": ["kind", "id", "version", "record"], "properties": {
        "kind": { "const": kind.word() },
        "id": { "type": "string", "format": "uuid" },
        "version": { "type": "integer", "minimum": 1 },
        "record": schema_ref(&format!("record.{kind}")),
    } });
    if let Some(content) = one.pointer_mut("/responses/200/content/application~1json") {
        *content = json!({ "schema": schema });
    }
    (list, one)
}

fn operation(
    summary: &str,
    tag: &str,
    parameters: Vec<Value>,
    body: Option<Value>,
    answer: &str,
    needs_token: bool,
) -> Value {
    let mut operation = json!({
        "summary": summary,
        "tags": [tag],
        "responses": {
            "200": { "description": "Done.", "content": { answer: {} } },
            "default": { "$ref": "#/components/responses/problem" },
        },
    });
    if let Some(operation) = operation.as_object_mut() {
        if !parameters.is_empty() {
            operation.insert("parameters".to_owned(), parameters.into());
        }
        if let Some(content) = body {
            operation.insert("requestBody".to_owned(), json!({ "required": true, "content": content }));
        }
        if !needs_token {
            operation.insert("security".to_owned(), json!([]));
        }
    }
    operation
}

fn add(paths: &mut Map<String, Value>, path: &str, method: &str, operation: Value) {
    let item = paths.entry(path).or_insert_with(|| json!({}));
    if let Some(item) = item.as_object_mut() {
        item.insert(method.to_owned(), operation);
    }
}

fn schemas() -> Value {
    let mut schemas = Map::new();
    for name in Command::NAMES {
        schemas.insert(format!("command.{name}"), Command::schema(name).unwrap_or_default());
    }
    for method in METHODS {
        schemas.insert(format!("method.{}", method.name), (method.schema)());
    }
    for kind in Kind::ALL {
        schemas.insert(format!("record.{kind}"), kind.schema());
    }
    let told = json!({ "type": "array", "items": { "type": "object", "properties": {
        "rule": { "type": "string" }, "clause": { "type": "string" }, "at": { "type": "string" },
        "what": { "type": "string" }, "hint": { "type": "string" },
    } } });
    schemas.insert("problem".to_owned(), json!({
        "type": "object",
        "required": ["type", "title", "status", "detail", "request_id"],
        "properties": {
            "type": { "type": "string", "enum": KINDS.iter().map(|kind| format!("/api/v1/problems#{}", kind.name)).collect::<Vec<_>>() },
            "title": { "type": "string" }, "status": { "type": "integer" }, "detail": { "type": "string" },
            "request_id": { "type": "string" }, "refusals": told, "problems": told,
        },
    }));
    schemas.insert("done".to_owned(), json!({
        "type": "object",
        "required": ["at", "events"],
        "properties": {
            "at": { "type": "string", "format": "date-time" },
            "events": { "type": "array", "items": { "type": "object", "required": ["seq", "kind", "subject", "version"], "properties": {
                "seq": { "type": "integer", "minimum": 1 },
                "kind": { "type": "string" },
                "version": { "type": "integer" },
                "subject": { "type": "object", "required": ["kind", "id"], "properties": {
                    "kind": { "enum": Kind::WORDS }, "id": { "type": "string", "format": "uuid" },
                } },
            } } },
        },
    }));
    schemas.insert(
        "token_wanted".to_owned(),
        json!({
            "type": "object", "required": ["label", "scope", "days"], "additionalProperties": false,
            "properties": {
                "label": { "type": "string" },
                "person": { "type": ["string", "null"], "format": "uuid" },
                "scope": { "enum": ["read", "act"] },
                "days": { "type": "integer", "minimum": 1, "maximum": TOKEN_DAYS_MAX },
            },
        }),
    );
    Value::Object(schemas)
}

fn parameters() -> Value {
    let header = |name: &str, what: &str| json!({ "name": name, "in": "header", "description": what, "schema": { "type": "string" } });
    json!({
        "id": { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } },
        "idempotency_key": header("Idempotency-Key", "For a day, the same key with the same request is the same act."),
        "if_match": header("If-Match", "The version of the record that the command was made on, in quotes."),
        "on_behalf_of": header("X-On-Behalf-Of", "With the operator's token: the person on whose behalf."),
    })
}

fn query_parameter(name: &str, needed: bool, what: &str) -> Value {
    let schema = match name {
        "limit" => json!({ "type": "integer", "minimum": 1, "maximum": PAGE_LEN_MAX, "default": PAGE_LEN }),
        "role" => json!({ "enum": TeamRole::WORDS }),
        "type" => json!({ "enum": AuditType::WORDS }),
        "on" | "dated" => json!({ "type": "string", "format": "date" }),
        _ => json!({ "type": "string" }),
    };
    json!({ "name": name, "in": "query", "required": needed, "description": what, "schema": schema })
}

fn parameter_ref(name: &str) -> Value {
    json!({ "$ref": format!("#/components/parameters/{name}") })
}

fn schema_ref(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}
