//! Who may, at the doors of the server: pages and API alike ([ADR 0010](../../../../docs/adr/0010-one-function-decides-who-may.md)).
//!
//! [`doors`] is the table of what each route opens. The [layer](layer) in front of all handlers finds out who asks, looks the door up, and
//! lets pass or answers; what reaches across records is narrowed by the [`asker`] where it is read; a command is asked about
//! [where it is given](commands). Nothing is decided here: the policies are in `assize_access`.

pub(crate) mod asker;
pub(crate) mod barred;
pub(crate) mod commands;
pub(crate) mod doors;
pub(crate) mod known;
pub(crate) mod layer;
pub(crate) mod origin;
mod ways;

pub(crate) use self::asker::Asker;
pub(crate) use self::known::Rights;
pub(crate) use self::origin::Origin;
