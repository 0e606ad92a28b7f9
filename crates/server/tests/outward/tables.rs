//! Records as tables.

use crate::house::{CANARIES, House};
use assize_domain::kernel::act::Scope;

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_record_can_be_had_as_a_table_as_far_as_one_may_see_it() {
    let house = House::built().await;
    let served = &house.served;
    let list = served.get("/tables").await;
    let names: Vec<String> = list.json["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|table| table["name"].as_str().unwrap().to_owned())
        .collect();
    for name in &names {
        let answer = served.get(&format!("/tables/{name}.jsonl")).await;
        assert_eq!(answer.status, 200, "{name}");
    }
    let findings = served.get("/tables/finding.csv").await;
    let text = String::from_utf8_lossy(&findings.bytes).into_owned();
    assert!(
        text.starts_with("version,id,") && text.contains(CANARIES[0]) && text.contains(CANARIES[1]),
        "{text}"
    );
    // Whoever sees one audit has its rows alone; the auditee what was released; who is nothing, none.
    for (who, table, sees) in [
        ("leader", "finding", true),
        ("auditee_contact", "note", false),
        ("auditee_contact", "paper", false),
        ("nothing", "finding", false),
    ] {
        let secret = served
            .store
            .make_token("t", Some(house.people[who].parse().unwrap()), Scope::Read, 1)
            .await
            .unwrap()
            .1;
        let bearer = format!("Bearer {secret}");
        let answer = served
            .send("GET", &format!("/api/v1/tables/{table}.jsonl"), &[("authorization", bearer.as_str())], "")
            .await;
        let text = String::from_utf8_lossy(&answer.bytes).into_owned();
        assert_eq!((answer.status, text.contains(CANARIES[0])), (200, sees), "{who} {table}: {text}");
        assert!(!text.contains(CANARIES[1]), "{who} {table}");
    }
    let contact = house.bearer(&house.people["auditee_contact"]).await;
    let audits =
        served.send("GET", "/api/v1/tables/audit.jsonl", &[("authorization", contact.as_str())], "").await;
    assert!(!String::from_utf8_lossy(&audits.bytes).contains("findings_numbered"));
    for none in ["account.csv", "token.jsonl", "finding.xlsx", "finding"] {
        assert_eq!(served.get(&format!("/tables/{none}")).await.status, 404, "{none}");
    }
}
