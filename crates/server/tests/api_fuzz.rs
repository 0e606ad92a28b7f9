//! The API under requests made from its own description: bodies, ids and questions of the kinds it asks for, and wrong ones among them. No
//! answer is a fault of the server, each is one that the description allows, and none holds what its reader may not see.
//!
//! The rows of numbers are the same in every run. `ASSIZE_FUZZ_ROUNDS` is how often each operation is asked, 3 unless it says otherwise, and
//! `ASSIZE_FUZZ_SEED` begins another row.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod harness;
mod house;

use std::collections::{BTreeMap, BTreeSet};

use axum::body::Body;
use axum::http::Request;
use harness::conform::Description;
use house::{CANARIES, House, WORKS};
use serde_json::{Map, Value, json};
use tower::ServiceExt as _;

/// A row of numbers that is the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    fn one_in(&mut self, bound: usize) -> bool {
        self.below(bound) == 0
    }

    fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// Texts that somebody may type, and texts that are made to hurt.
const TEXTS: &[&str] = &[
    "",
    " ",
    "x",
    "Seen and noted",
    "6.1.2",
    "A.5.1",
    "ISO/IEC 27001:2022+A1:2024",
    "Europe/Berlin",
    "de",
    "EUR",
    "0.05",
    "12",
    "-1",
    "null",
    "2026-02-30",
    "2026-09-15",
    "9999-12-31",
    "2026-09-15T09:00:00+02:00",
    "'; DROP TABLE journal; --",
    "=HYPERLINK(\"http://x.example\")",
    "<script>alert(1)</script>",
    "../../../../etc/passwd",
    "%00%ff%2e%2e",
    "a\u{0}b",
    "\u{202e}txt.exe",
    "\u{1f512}\u{0301}\u{200d}",
    "{audit}",
    "$1",
    "\r\nx-injected: yes",
];

/// Makes values that a schema asks for, and now and then others.
struct Sower<'d> {
    description: &'d Value,
    ids: Vec<String>,
    numbers: Numbers,
}

impl Sower<'_> {
    fn text(&mut self) -> String {
        match self.numbers.below(40) {
            0 => "x".repeat(20_000),
            1 => "ä".repeat(300),
            _ => (*self.numbers.of(TEXTS)).to_owned(),
        }
    }

    fn id(&mut self) -> String {
        if self.numbers.one_in(12) {
            return format!("01890a5d-ac96-774b-bcce-{:012x}", self.numbers.below(1 << 30));
        }
        self.numbers.of(&self.ids).clone()
    }

    fn whole(&mut self, schema: &Value) -> Value {
        let bound = |name: &str, otherwise: i64| schema[name].as_i64().unwrap_or(otherwise);
        let (least, most) = (bound("minimum", -3), bound("maximum", 400));
        let near = [least, least + 1, most, most.saturating_add(1), least.saturating_sub(1), 0, 1, 7];
        match self.numbers.below(14) {
            0 => json!(i64::MAX),
            1 => json!(i64::MIN),
            2 => json!(u64::MAX),
            3 => json!(0.5),
            _ => json!(self.numbers.of(&near)),
        }
    }

    /// What no schema asks for.
    fn wrong(&mut self) -> Value {
        match self.numbers.below(9) {
            0 => Value::Null,
            1 => json!(true),
            2 => json!([]),
            3 => json!({}),
            4 => json!(1e300),
            5 => (0..60).fold(json!(1), |inner, _| json!([inner])),
            6 => (0..60).fold(json!(1), |inner, _| json!({ "is": inner })),
            7 => json!(vec![json!({ "a": [null] }); 40]),
            _ => json!(self.text()),
        }
    }

    fn value(&mut self, schema: &Value, depth: usize) -> Value {
        if self.numbers.one_in(60) {
            return self.wrong();
        }
        if let Some(to) = schema["$ref"].as_str() {
            let schema = self.description.pointer(to.strip_prefix('#').unwrap()).unwrap();
            return self.value(schema, depth);
        }
        if let Some(value) = schema.get("const") {
            return value.clone();
        }
        if let Some(values) = schema["enum"].as_array() {
            return self.numbers.of(values).clone();
        }
        for among in ["oneOf", "anyOf"] {
            if let Some(choices) = schema[among].as_array() {
                let choice = self.numbers.of(choices).clone();
                return self.value(&choice, depth);
            }
        }
        if let Some(parts) = schema["allOf"].as_array() {
            let mut whole = Map::new();
            for part in parts {
                if let Value::Object(part) = self.value(part, depth) {
                    whole.extend(part);
                }
            }
            return Value::Object(whole);
        }
        let kind = match &schema["type"] {
            Value::Array(kinds) => self.numbers.of(kinds).as_str().unwrap(),
            kind => kind.as_str().unwrap_or("string"),
        };
        match kind {
            "object" => self.object(schema, depth),
            "array" => {
                let least = usize::try_from(schema["minItems"].as_u64().unwrap_or(0)).unwrap();
                let count = if depth > 6 { least } else { least + self.numbers.below(3) };
                Value::Array((0..count).map(|_| self.value(&schema["items"], depth + 1)).collect())
            }
            "integer" | "number" => self.whole(schema),
            "boolean" => json!(self.numbers.one_in(2)),
            "null" => Value::Null,
            _ => match schema["format"].as_str() {
                Some("uuid") => json!(self.id()),
                Some("date") => {
                    json!(format!(
                        "20{:02}-{:02}-15",
                        20 + self.numbers.below(17),
                        1 + self.numbers.below(13)
                    ))
                }
                Some("date-time") => json!(format!(
                    "2026-{:02}-15T{:02}:00:00Z",
                    1 + self.numbers.below(13),
                    self.numbers.below(25)
                )),
                _ => json!(self.text()),
            },
        }
    }

    fn object(&mut self, schema: &Value, depth: usize) -> Value {
        let needed: BTreeSet<&str> =
            schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let mut object = Map::new();
        for (name, schema) in schema["properties"].as_object().into_iter().flatten() {
            let leave_out = if needed.contains(name.as_str()) {
                self.numbers.one_in(80)
            } else {
                depth > 6 || self.numbers.one_in(2)
            };
            if !leave_out {
                object.insert(name.clone(), self.value(schema, depth + 1));
            }
        }
        if self.numbers.one_in(50) {
            object.insert("unheard-of".to_owned(), self.wrong());
        }
        Value::Object(object)
    }

    /// A body for an operation, with its media type.
    fn body(&mut self, operation: &Value) -> Option<(String, Vec<u8>)> {
        let content = operation["requestBody"]["content"].as_object()?;
        let (media, described) = content.iter().nth(self.numbers.below(content.len())).unwrap();
        let media = if media == "*/*" { "text/plain" } else { media };
        let media = if self.numbers.one_in(25) { "application/x-unheard-of" } else { media };
        let schema = &described["schema"];
        if schema.is_null() || *schema == json!({}) {
            let files: [&[u8]; 6] = [
                b"",
                b"bad",
                b"Control,Necessary\nA.5.1,yes\n",
                b"{\"a\":[",
                b"PK\x03\x04\xff\xff",
                b"\xff\xfe\x00",
            ];
            return Some((media.to_owned(), self.numbers.of(&files).to_vec()));
        }
        let mut text = self.value(schema, 0).to_string().into_bytes();
        match self.numbers.below(40) {
            0 => text.truncate(text.len() / 2),
            1 => text.extend_from_slice(b"}"),
            2 => text = [b"{\"a\":1,\"a\":2,".as_slice(), text.get(1..).unwrap_or_default()].concat(),
            3 => text.insert(text.len() / 2, 0xff),
            4 => text = "[".repeat(100_000).into_bytes(),
            _ => {}
        }
        Some((media.to_owned(), text))
    }

    fn path(&mut self, template: &str, operation: &Value) -> String {
        let mut path = String::new();
        for part in template.split_inclusive('}') {
            match part.split_once('{') {
                Some((before, _)) => {
                    let id = if self.numbers.one_in(15) { encoded(&self.text()) } else { self.id() };
                    path.push_str(before);
                    path.push_str(if id.is_empty() { "-" } else { &id });
                }
                None => path.push_str(part),
            }
        }
        let mut query = Vec::new();
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            if parameter["in"] == "query" && !self.numbers.one_in(3) {
                let value = match self.value(&parameter["schema"], 0) {
                    Value::String(text) => text,
                    other => other.to_string(),
                };
                query.push(format!("{}={}", parameter["name"].as_str().unwrap(), encoded(&value)));
            }
        }
        if self.numbers.one_in(20) {
            query.push("unheard=of&unheard=of".to_owned());
        }
        if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
    }
}

fn encoded(text: &str) -> String {
    let text: String = text.chars().take(2_000).collect();
    text.bytes()
        .map(
            |byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            },
        )
        .collect()
}

fn number_of(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// Asks every operation, `rounds` times each, as somebody of `bearers`. What is wrong with the answers, and how many there were by status.
async fn asked(
    house: &House,
    seed: u64,
    rounds: u64,
    bearers: &[(&str, String)],
    kept: impl Fn(&str) -> Vec<&'static str>,
) -> (Vec<String>, BTreeMap<u16, usize>) {
    let document = assize_server::description();
    let mut held = Description::new();
    let mut ids: Vec<String> = house.own.values().chain(house.other.values()).cloned().collect();
    ids.extend(house.people.values().chain(house.others.values()).cloned());
    let mut sower = Sower { description: &document, ids, numbers: Numbers(seed) };
    let router = house.served.router();
    let (mut wrong, mut answers) = (Vec::new(), BTreeMap::new());
    for _round in 0..rounds {
        for (template, item) in document["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                let (who, bearer) = sower.numbers.of(bearers).clone();
                let path = sower.path(template, operation);
                let mut request = Request::builder().method(method.to_uppercase().as_str()).uri(&path);
                request = request.header("authorization", &bearer);
                if sower.numbers.one_in(6) {
                    request = request.header(
                        "if-match",
                        *sower.numbers.of(&["\"1\"", "\"x\"", "*", "\"99999999999999999999\""]),
                    );
                }
                if sower.numbers.one_in(6) {
                    request = request.header("idempotency-key", *sower.numbers.of(&["again", "", "ä"]));
                }
                let body = sower.body(operation);
                let shown = body.as_ref().map(|(_, body)| {
                    String::from_utf8_lossy(body.get(..400.min(body.len())).unwrap()).into_owned()
                });
                let request = match body {
                    Some((media, body)) => request.header("content-type", media).body(Body::from(body)),
                    None => request.body(Body::empty()),
                };
                let response = router.clone().oneshot(request.unwrap()).await.unwrap();
                let status = response.status().as_u16();
                let media = response
                    .headers()
                    .get("content-type")
                    .and_then(|media| media.to_str().ok().map(str::to_owned));
                let bytes = axum::body::to_bytes(response.into_body(), 64 << 20).await.unwrap();
                *answers.entry(status).or_insert(0) += 1;
                let asked = || format!("{who}: {method} {path} {}", shown.as_deref().unwrap_or_default());
                if status >= 500 {
                    wrong.push(format!("{status} to {} : {}", asked(), String::from_utf8_lossy(&bytes)));
                }
                if let Some(why) = held.contradicts(method, &path, status, media.as_deref(), &bytes) {
                    wrong.push(format!("{} : {why}", asked()));
                }
                let text = String::from_utf8_lossy(&bytes);
                for word in kept(who).iter().filter(|word| text.contains(**word)) {
                    wrong.push(format!("{who} reads {word} in the answer to {}", asked()));
                }
            }
        }
    }
    (wrong, answers)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_request_made_from_the_description_is_a_fault_or_finds_a_leak() {
    let house = House::built().await;
    let (seed, rounds) = (number_of("ASSIZE_FUZZ_SEED", 27_007), number_of("ASSIZE_FUZZ_ROUNDS", 3));
    // Nobody of the first side can give anybody a right over the second, whatever they are asked to do.
    let mut bearers = Vec::new();
    for who in [
        "manager",
        "leader",
        "auditor",
        "auditee_contact",
        "observer",
        "administrator",
        "decision_maker",
        "nothing",
    ] {
        bearers.push((who, house.bearer(&house.people[who]).await));
    }
    let kept = |who: &str| if who == "manager" { vec![CANARIES[1]] } else { vec![CANARIES[1], WORKS[1]] };
    let (wrong, answers) = asked(&house, seed, rounds, &bearers, kept).await;
    assert!(wrong.is_empty(), "{} answers: {wrong:#?}", wrong.len());
    assert!(answers.get(&200).is_some_and(|count| *count > 30), "little came about: {answers:?}");

    // The operator may do everything; what matters is that nothing breaks.
    let operator = [("operator", format!("Bearer {}", house.served.token))];
    let (wrong, answers) = asked(&house, seed + 1, rounds, &operator, |_| Vec::new()).await;
    assert!(wrong.is_empty(), "{} answers: {wrong:#?}", wrong.len());
    assert!(answers.get(&200).is_some_and(|count| *count > 30), "little came about: {answers:?}");
    println!("{answers:?}");
}
