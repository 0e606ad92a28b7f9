//! What leaves the house by itself: endpoints that are told of what happens, calendars by subscription, and records as tables.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

#[path = "../harness/mod.rs"]
mod harness;
#[path = "../house/mod.rs"]
mod house;

mod calendars;
mod tables;
mod webhooks;

use std::sync::Arc;

use assize_server::Network;
use assize_server::webhooks::Webhooks;
use harness::{Served, served_with};
use serde_json::json;
use sqlx::{AssertSqlSafe, Connection as _};

pub(crate) fn near() -> Webhooks {
    Webhooks::new(false, vec![Network::read("127.0.0.0/8").unwrap()]).unwrap()
}

pub(crate) async fn served() -> Served {
    let served = served_with(|mut app| {
        app.webhooks = Arc::new(near());
        app
    })
    .await;
    served.act("organization.name", &json!({ "name": "Fernhill" }), &[]).await.subject();
    served
}

pub(crate) async fn sql(served: &Served, sql: &str) {
    let database = format!("sqlite:{}", served.folder.path().join("assize.db").display());
    let mut conn = sqlx::SqliteConnection::connect(&database).await.unwrap();
    sqlx::query(AssertSqlSafe(sql.to_owned())).execute(&mut conn).await.unwrap();
}
