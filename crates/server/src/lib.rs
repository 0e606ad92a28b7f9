//! The JSON API over the store's commands and queries.
//!
//! A handler is: extract, then a command or a query, then the answer. No rule of auditing lives here, and nothing but
//! this crate knows HTTP. What one may do over HTTP is what the [registry](assize_domain::registry) lists: each command
//! and each kind of record has its path by its name, and the description at `/api/v1/openapi.json` is made from the
//! same lists.
//!
//! Every answer carries `x-request-id`; every error is `application/problem+json` (RFC 9457).

mod access;
mod accounts;
mod app;
mod around;
pub mod auditee_door;
pub mod beyond;
mod body;
mod caller;
mod certifications;
pub mod claims;
mod commands;
mod conditions;
pub mod documents;
mod dossiers;
pub mod draws;
mod entrance;
mod evidence;
pub mod exports;
mod feeds;
mod field;
mod field_desk;
pub mod gathered;
pub mod installation;
mod letterhead;
pub mod mail;
pub mod methods;
mod metrics;
mod oidc;
mod openapi;
mod people;
mod previews;
mod probes;
mod problem;
mod programmes;
mod query;
pub mod record_tables;
mod records;
mod reports;
mod reproduced;
pub mod rights;
mod router;
mod security;
mod serve;
mod sheets;
mod signing;
mod soa;
pub mod tables;
mod technical;
mod templates;
mod tls;
mod tokens;
mod web;
pub mod webhooks;
mod workers;

pub use crate::access::doors::{Listed, listed as doors};
pub use crate::app::{App, UPLOAD_BYTES_MAX};
pub use crate::entrance::{Entrance, Network, RECENT_MINUTES, Site};
pub use crate::evidence::{read_rest, read_rest_now};
pub use crate::field_desk::{FieldDesk, field_router, serve_field};
pub use crate::letterhead::{logo_refusal, look_of};
pub use crate::oidc::{Provider, ProviderSettings};
pub use crate::openapi::description;
pub use crate::reports::{attached, is_as_issued, printed_signatures, written};
pub use crate::reproduced::reproduced;
pub use crate::router::router;
pub use crate::serve::serve;
pub use crate::templates::template_refusal;
pub use crate::tls::Tls;
pub use crate::workers::{
    Attached, CalendarRead, CalendarWindow, Form, LogoFlaw, LogoSeen, Look, Made, Marking, Printed,
    SheetNote, SheetsRead, SoaRead, TableRead, TechnicalFound, TechnicalRead, TemplateFlaw, TemplatePlace,
    Work, WorkError, Workers,
};
