//! Signing by the API and on the pages without scripts: what binds is signed, and what does not sign it is refused, each in its words. With a
//! passkey it is played in a browser.

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

use std::time::{SystemTime, UNIX_EPOCH};

use assize_domain::kernel::act::Scope;
use assize_domain::kernel::id::PersonId;
use assize_store::totp_at;
use harness::visitor::Visitor;
use harness::{Answer, Served};
use house::House;
use serde_json::{Value, json};

const PASSPHRASE: &str = "walrus under the tram";

fn now() -> i64 {
    i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis()).unwrap()
}

/// Somebody of a house with a token, and with what they sign with.
struct Signer<'h> {
    served: &'h Served,
    bearer: String,
    secret: String,
}

impl<'h> Signer<'h> {
    async fn of(served: &'h Served, person: &str) -> Self {
        let id: PersonId = person.parse().unwrap();
        let (_, token) = served.store.make_token("test", Some(id), Scope::Act, 1).await.unwrap();
        served.store.set_passphrase(id, PASSPHRASE).await.unwrap().unwrap();
        let secret = served.store.begin_codes(id, "somebody").await.unwrap().secret;
        served.store.confirm_codes(id, &totp_at(&secret, now())).await.unwrap().unwrap();
        Self { served, bearer: format!("Bearer {token}"), secret }
    }

    async fn post(&self, path: &str, body: &Value, more: &[(&str, &str)]) -> Answer {
        let own = [("authorization", self.bearer.as_str()), ("content-type", "application/json")];
        let headers = [&own[..], more].concat();
        self.served.send("POST", &format!("/api/v1{path}"), &headers, body.to_string()).await
    }

    /// The code of now, as if none had been used in this half minute.
    async fn code(&self) -> String {
        use sqlx::{Connection as _, Executor as _};
        let file = self.served.folder.path().join("assize.db");
        let mut conn = sqlx::SqliteConnection::connect(&format!("sqlite:{}", file.display())).await.unwrap();
        conn.execute("UPDATE account SET totp_step = 0").await.unwrap();
        totp_at(&self.secret, now())
    }

    async fn asked(&self, command: &str, body: &Value) -> Value {
        let asked = self.post("/signing-grants", &json!({ "command": command, "body": body }), &[]).await;
        assert_eq!(asked.status, 201, "{:#}", asked.json);
        asked.json
    }

    /// A grant, asked for and proven.
    async fn grant(&self, command: &str, body: &Value) -> String {
        let asked = self.asked(command, body).await;
        let proof = json!({ "passphrase": PASSPHRASE, "code": self.code().await });
        let path = format!("/signing-grants/{}", asked["id"].as_str().unwrap());
        let granted = self.post(&path, &proof, &[]).await;
        assert_eq!(granted.status, 201, "{:#}", granted.json);
        granted.json["grant"].as_str().unwrap().to_owned()
    }

    async fn give(&self, command: &str, body: &Value, grant: &str) -> Answer {
        self.post(&format!("/commands/{command}"), body, &[("signing-grant", grant)]).await
    }
}

/// A refusal of a command that is not signed, by its rule and what it says.
#[track_caller]
fn unsigned(answer: &Answer, rule: &str, said: &str) {
    assert_eq!((answer.status, answer.kind()), (403, "unsigned"), "{:#}", answer.json);
    assert_eq!(answer.json["refusals"][0]["rule"], rule);
    assert!(answer.json["detail"].as_str().unwrap().contains(said), "{:#}", answer.json);
}

#[tokio::test]
async fn a_token_signs_nothing_and_a_grant_does_once() {
    let house = House::built().await;
    let contact = Signer::of(&house.served, &house.people["auditee_contact"]).await;
    let leader = Signer::of(&house.served, &house.people["leader"]).await;
    let body = json!({ "finding": house.own["finding"] });
    let plain = contact.post("/commands/finding.acknowledge", &body, &[]).await;
    unsigned(&plain, "signature.needed", "`finding.acknowledge` binds whoever gives it");
    assert!(plain.json["refusals"][0]["hint"].as_str().unwrap().contains("POST /api/v1/signing-grants"));
    unsigned(&contact.give("finding.acknowledge", &body, "nothing").await, "signature.grant", "no such");

    let asked = contact.asked("finding.acknowledge", &body).await;
    assert_eq!(asked["meaning"], "I acknowledge this finding for the auditee.");
    assert_eq!(asked["ways"], json!(["passphrase_and_code"]));
    assert_eq!(asked["statement"]["payload"], body);
    assert_eq!(asked["statement"]["by"], house.people["auditee_contact"].as_str());
    let path = format!("/signing-grants/{}", asked["id"].as_str().unwrap());
    for wrong in [
        json!({ "passphrase": "a guess that fails", "code": contact.code().await }),
        json!({ "passphrase": PASSPHRASE, "code": "000000" }),
        json!({ "passkey": { "id": "none", "response": {} } }),
    ] {
        let answer = contact.post(&path, &wrong, &[]).await;
        assert_eq!((answer.status, answer.kind()), (403, "forbidden"), "{wrong}: {:#}", answer.json);
    }
    let others =
        leader.post(&path, &json!({ "passphrase": PASSPHRASE, "code": leader.code().await }), &[]).await;
    assert_eq!(others.status, 404, "{:#}", others.json);
    assert_eq!(contact.post(&path, &json!({ "passphrase": PASSPHRASE }), &[]).await.status, 422);

    let grant = contact.grant("finding.acknowledge", &body).await;
    let key = [("signing-grant", grant.as_str()), ("idempotency-key", "once")];
    let done = contact.post("/commands/finding.acknowledge", &body, &key).await;
    assert_eq!(done.status, 200, "{:#}", done.json);
    let again = contact.post("/commands/finding.acknowledge", &body, &key).await;
    assert_eq!((again.status, again.header("idempotency-replayed")), (200, Some("true")));
    let entry = house
        .served
        .get(&format!("/journal?after={}&limit=1", done.json["events"][0]["seq"].as_i64().unwrap() - 1))
        .await;
    let text = entry.json.to_string();
    assert!(text.contains("passphrase_and_code") && text.contains("auditee_contact of the first"), "{text}");
}

#[tokio::test]
async fn what_is_asked_for_wrongly_is_said_to_be() {
    let house = House::built().await;
    let contact = Signer::of(&house.served, &house.people["auditee_contact"]).await;
    let nothing = Signer::of(&house.served, &house.people["nothing"]).await;
    let body = json!({ "finding": house.own["finding"] });
    let refused = |answer: &Answer, status: u16, said: &str| {
        assert_eq!(answer.status, status, "{:#}", answer.json);
        assert!(answer.json.to_string().contains(said), "{said}: {:#}", answer.json);
    };
    let ask = async |who: &Signer<'_>, wanted: Value| who.post("/signing-grants", &wanted, &[]).await;
    refused(&ask(&contact, json!({ "body": body })).await, 422, "no command is named");
    let wanted =
        json!({ "command": "finding.dispute", "body": { "finding": house.own["finding"], "opinion": "No" } });
    refused(&ask(&contact, wanted).await, 409, "binds nobody");
    let wanted = json!({ "command": "finding.acknowledge", "body": body, "version": "x" });
    refused(&ask(&contact, wanted).await, 422, "is no version");
    let wanted = json!({ "command": "finding.acknowledge", "body": body, "version": 99 });
    refused(&ask(&contact, wanted).await, 412, "record.version");
    let wanted = json!({ "command": "finding.acknowledge", "body": body });
    refused(&ask(&nothing, wanted.clone()).await, 409, "record.unknown");
    let operator = house.served.post("/signing-grants", "application/json", &[], wanted.to_string()).await;
    refused(&operator, 409, "the operator of the host signs nothing");
    // What the law refuses is not signed: the plan was presented before.
    let wanted = json!({ "command": "plan.present", "body": { "plan": house.own["plan"] } });
    let leader = Signer::of(&house.served, &house.people["leader"]).await;
    let answer = ask(&leader, wanted).await;
    assert_eq!((answer.status, answer.kind()), (409, "refused"), "{:#}", answer.json);
    // Guessing waits, as it does where one signs in.
    let asked = contact.asked("finding.acknowledge", &body).await;
    let path = format!("/signing-grants/{}", asked["id"].as_str().unwrap());
    let guess = json!({ "passphrase": "a guess that fails", "code": "000000" });
    let mut last = 0;
    for _ in 0..30 {
        last = contact.post(&path, &guess, &[]).await.status;
        if last == 429 {
            break;
        }
    }
    assert_eq!(last, 429);
}

#[tokio::test]
async fn a_page_says_what_is_signed_carries_what_was_typed_and_asks_whoever_has_nothing_to_set_it_up() {
    let house = House::built().await;
    let contact = &house.people["auditee_contact"];
    let visitor = Visitor::enter(&house.served, Some(contact)).await;
    let finding = house.own["finding"].as_str();
    let back = format!("/findings/{finding}");
    let fields = [("/finding", finding), ("fixed", "/finding"), ("back", back.as_str())];
    let page = visitor.post("/do/finding.acknowledge", &fields).await;
    page.expect(&[
        "I acknowledge this finding for the auditee.",
        "You have nothing to sign with yet",
        "auditee_contact of the first",
    ]);
    page.says(&["href=\"/settings/sign-in\"", "I have set it up: go on"]);
    assert!(!page.text.contains("sign_passphrase"));

    let signer = Signer::of(&house.served, contact).await;
    let page = visitor.post("/do/finding.acknowledge", &fields).await;
    page.expect(&["name=\"sign_passphrase\"", "Code of now"]);
    let carried = page.controls("/do/finding.acknowledge");
    assert!(carried.contains(&("/finding".to_owned(), finding.to_owned())), "{carried:?}");
    let sent = |passphrase: &str, code: &str| {
        let mut fields = carried.clone();
        fields.push(("sign_passphrase".to_owned(), passphrase.to_owned()));
        fields.push(("sign_code".to_owned(), code.to_owned()));
        fields
    };
    let post = async |fields: Vec<(String, String)>| {
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        visitor.post("/do/finding.acknowledge", &fields).await
    };
    let page = post(sent("a guess that fails", &signer.code().await)).await;
    assert_eq!(page.status, 422);
    page.says(&["That does not show that it is you", "What you sign"]);
    assert!(!page.text.contains("a guess that fails"), "what was guessed stands nowhere");
    let page = post(sent(PASSPHRASE, &signer.code().await)).await;
    assert!(page.to().starts_with(&back), "{}", page.to());
    let record = visitor.get(&format!("/records/finding/{finding}")).await;
    record.expect(&["Signatures", "attested by the server", "I acknowledge this finding for the auditee."]);

    // What the operator gives says that it is not signed; nothing is asked of them.
    let operator = Visitor::operator(&house.served).await;
    let plan = operator.get(&format!("/records/plan/{}", house.own["plan"])).await;
    plan.expect(&["Attested by the operator of the host, unsigned."]);
}
