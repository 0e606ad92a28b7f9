//! Tables that came back: each rule done and refused.

use serde_json::{Value, json};

use super::take;
use crate::auditee::organization_id;
use crate::kernel::record::UNKNOWN;
use crate::registry::Command;
use crate::testing::carry::Carried;
use crate::testing::refused_at;

fn table(audit: &str, rows: u32) -> Value {
    json!({ "audit": audit, "table": "papers", "sha256": "ab".repeat(32), "rows": rows })
}

#[test]
fn a_table_of_an_audit_is_taken_from_a_file_among_its_evidence() {
    let mut carried = Carried::initiated();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    refused_at(carried.give(cast.auditor, "table_in.take", table(&audit, 1)), &take::TABLE_SOURCE, "/sha256");
    let body = json!({ "audit": audit, "name": "papers.xlsx", "sha256": "ab".repeat(32), "bytes": 9,
        "media": "text/csv", "source": null, "classification": "internal" });
    carried.done(cast.auditor, "evidence.take", body);
    carried.done(cast.auditor, "table_in.take", table(&audit, 1));
    for rows in [0, take::TABLE_ROWS_MAX + 1] {
        refused_at(
            carried.give(cast.auditor, "table_in.take", table(&audit, rows)),
            &take::TABLE_ROWS,
            "/rows",
        );
    }
}

#[test]
fn a_list_names_what_is_there_and_changes_no_record() {
    let mut carried = Carried::initiated();
    let (cast, organization) = (carried.bench.cast, organization_id().to_string());
    let list = |rows: u32| {
        json!({ "organization": organization, "list": "people", "programme": null, "auditee": null, "person": null,
            "sha256": "cd".repeat(32), "bytes": 12, "rows": rows })
    };
    let events = carried.bench.done(cast.manager, Command::read("list_in.take", &list(3)).unwrap().unwrap());
    assert_eq!(events.len(), 1);
    refused_at(carried.give(cast.manager, "list_in.take", list(0)), &take::TABLE_ROWS, "/rows");
    let mut of_nobody = list(3);
    of_nobody["auditee"] = json!("01900000-0000-7000-8000-00000000ffff");
    refused_at(carried.give(cast.manager, "list_in.take", of_nobody), &UNKNOWN, "/auditee");
}
