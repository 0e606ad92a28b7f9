//! The description of the API: OpenAPI 3.1, made from the registries of commands and of kinds of records.

mod routes;
mod schemas;

use std::sync::LazyLock;

use assize_domain::signing::binding_of;
use assize_domain::words::{AuditType, TeamRole};
use assize_domain::{Command, Kind};
use assize_methods::{METHODS, Method};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use serde_json::{Map, Value, json};

use crate::conditions::value;
use crate::methods::GATHERED;
use crate::records::{PAGE_LEN, PAGE_LEN_MAX};
use crate::soa::MEDIA_TYPES;
use routes::{Answer, Body, JSON, PAGE, PROBES, ROUTES, Route};

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
    for (path, summary, answer) in PROBES {
        add(&mut paths, path, "get", operation(summary, "operation", vec![], None, answer, false));
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
            "schemas": schemas::all(),
            "responses": { "problem": {
                "description": "The request was not done; the body says why.",
                "content": { "application/problem+json": { "schema": schema_ref("problem") } },
            } },
            "parameters": parameters(),
        },
    })
}

impl Route {
    fn describe(&self) -> Value {
        let mut parameters: Vec<Value> =
            self.query.iter().map(|(name, needed, what)| query_parameter(name, *needed, what)).collect();
        if self.path.contains("{id}") {
            parameters.insert(0, parameter_ref("id"));
        }
        if self.path.contains("{name}") {
            parameters.push(parameter_ref("name"));
        }
        if self.path.contains("{door}") {
            parameters.push(parameter_ref("door"));
        }
        let is_act = (matches!(self.body, Body::File | Body::Statement | Body::Table)
            && !self.path.ends_with("/redone"))
            || self.path.ends_with("/issue");
        if is_act {
            parameters.extend([parameter_ref("idempotency_key"), parameter_ref("on_behalf_of")]);
        }
        if self.path.ends_with("/issue") {
            parameters.extend([parameter_ref("if_match"), parameter_ref("signing_grant")]);
        }
        if matches!(self.body, Body::File) {
            parameters.push(parameter_ref("evidence"));
        }
        let file = json!({});
        let body = match self.body {
            Body::None => None,
            Body::Json(schema) => Some(json!({ JSON: { "schema": schema_ref(schema) } })),
            Body::File | Body::Table => Some(json!({ "*/*": file })),
            Body::Statement => {
                Some(MEDIA_TYPES.iter().map(|(media, _)| ((*media).to_owned(), file.clone())).collect())
            }
        };
        let needs_token = self.path != "/openapi.json" && self.path != "/problems";
        let mut operation = operation(self.summary, self.tag, parameters, body, self.answer, needs_token);
        if self.path == "/evidence/{id}/content" {
            conditional(&mut operation, "The digest of the file.");
            in_parts(&mut operation);
        }
        operation
    }
}

fn command(name: &str) -> Value {
    let tag = name.split('.').next().unwrap_or(name);
    let mut parameters = ["idempotency_key", "if_match", "on_behalf_of"].map(parameter_ref).to_vec();
    if binding_of(name).is_some() {
        parameters.push(parameter_ref("signing_grant"));
    }
    let body = json!({ JSON: { "schema": schema_ref(&format!("command.{name}")) } });
    let summary = format!("Gives `{name}`.");
    let mut operation = operation(&summary, tag, parameters, Some(body), Answer::Json("done"), true);
    set(&mut operation, "/operationId", name.into());
    if let Some(answer) = operation.pointer_mut("/responses/200") {
        let replayed = "`true` where the answer is one given before to the same `Idempotency-Key`.";
        set(
            answer,
            "/headers",
            json!({ "ETag": header_of("The version of the record."), "Idempotency-Replayed": header_of(replayed) }),
        );
    }
    operation
}

fn carried_out(method: &Method) -> Value {
    let query = [
        ("audit", "record the use in this audit"),
        ("programme", "record the use in this programme"),
        ("remark", "why this method, or what follows from the result"),
        (
            "tables",
            "adopted tables to calculate by, in place of the built-in ones: their ids, between commas; where the inputs list management systems, each with its system before it, `qms:ID`",
        ),
    ];
    let mut parameters: Vec<Value> =
        query.iter().map(|(name, what)| query_parameter(name, false, what)).collect();
    let mut schema = schema_ref(&format!("method.{}", method.name));
    if method.name == GATHERED {
        let what =
            "gather the inputs from the records of this programme; what the body holds is laid over them";
        parameters.push(query_parameter("of_programme", false, what));
        // What is laid over need not be whole.
        schema = json!({ "anyOf": [schema, { "type": "object" }] });
    }
    parameters.extend([parameter_ref("idempotency_key"), parameter_ref("on_behalf_of")]);
    let body = json!({ JSON: { "schema": schema } });
    let summary = format!("{} (after {}).", method.about, method.source);
    operation(&summary, "methods", parameters, Some(body), Answer::Json("method_result"), true)
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
    let about = format!("Records of the kind `{kind}`, in the order of their making.");
    let list = operation(&about, tag, parameters, None, Answer::Json(&page_name(kind)), true);
    let about = format!("One record of the kind `{kind}`.");
    let answer = Answer::Json(&versioned_name(kind));
    let mut one = operation(&about, tag, vec![parameter_ref("id")], None, answer, true);
    conditional(&mut one, "The version of the record, as `If-Match` names it.");
    (list, one)
}

/// The name of the schema of a record with its key and version.
fn versioned_name(kind: Kind) -> String {
    format!("versioned.{kind}")
}

/// The name of the schema of a page of records.
fn page_name(kind: Kind) -> String {
    format!("page.{kind}")
}

/// What is answered by its tag alone to whoever has it already.
fn conditional(operation: &mut Value, tag: &str) {
    set(operation, "/responses/304", json!({ "description": "It is as `If-None-Match` says." }));
    if let Some(answer) = operation.pointer_mut("/responses/200") {
        set(answer, "/headers", json!({ "ETag": header_of(tag) }));
    }
    if let Some(parameters) = operation.pointer_mut("/parameters").and_then(Value::as_array_mut) {
        parameters.push(parameter_ref("if_none_match"));
    }
}

/// What is answered in part to whoever asks for a part.
fn in_parts(operation: &mut Value) {
    let part = json!({ "description": "The part that `Range` asks for.", "content": { "*/*": {} },
        "headers": { "Content-Range": header_of("Which part it is, and of how many bytes.") } });
    set(operation, "/responses/206", part);
    if let Some(parameters) = operation.pointer_mut("/parameters").and_then(Value::as_array_mut) {
        parameters.push(parameter_ref("range"));
    }
}

fn header_of(what: &str) -> Value {
    json!({ "description": what, "schema": { "type": "string" } })
}

/// Sets a field of an object that a path leads to.
fn set(at: &mut Value, path: &str, value: Value) {
    if let Some((before, name)) = path.rsplit_once('/')
        && let Some(object) = at.pointer_mut(before).and_then(Value::as_object_mut)
    {
        object.insert(name.to_owned(), value);
    }
}

fn operation(
    summary: &str,
    tag: &str,
    parameters: Vec<Value>,
    body: Option<Value>,
    answer: Answer<'_>,
    needs_token: bool,
) -> Value {
    let (status, answer) = match answer {
        Answer::Json(schema) => {
            (200, json!({ "description": "Done.", "content": { JSON: { "schema": schema_ref(schema) } } }))
        }
        Answer::Created(schema) => {
            (201, json!({ "description": "Made.", "content": { JSON: { "schema": schema_ref(schema) } } }))
        }
        Answer::Bytes(media) => (200, json!({ "description": "Done.", "content": { media: {} } })),
        Answer::Nothing => (204, json!({ "description": "Done." })),
    };
    let mut operation = json!({
        "summary": summary,
        "tags": [tag],
        "responses": {
            status.to_string(): answer,
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

fn parameters() -> Value {
    let header = |name: &str, what: &str| json!({ "name": name, "in": "header", "description": what, "schema": { "type": "string" } });
    json!({
        "id": { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } },
        "name": { "name": "name", "in": "path", "required": true, "schema": { "type": "string" } },
        "door": { "name": "door", "in": "path", "required": true, "schema": { "type": "string" } },
        "idempotency_key": header("Idempotency-Key", "For a day, the same key with the same request is the same act."),
        "if_match": header("If-Match", "The version of the record that the command was made on, in quotes."),
        "if_none_match": header("If-None-Match", "Tags of what is there already; the answer to one of them is 304."),
        "range": header("Range", "One range of bytes, like `bytes=0-1023`; other ranges are answered with the whole."),
        "on_behalf_of": header("X-On-Behalf-Of", "With the operator's token: the person on whose behalf."),
        "signing_grant": header("Signing-Grant", "With the token of a person: the grant that signs the act, from `/signing-grants/{id}`."),
        "evidence": header("X-Evidence", "What is to be said of the file, as a JSON object, where the query does not say it."),
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
