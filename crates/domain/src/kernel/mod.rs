//! The kernel: how values, records, acts and refusals are made. It knows nothing of auditing.

pub mod act;
pub mod brief;
pub mod datum;
pub mod entry;
pub mod id;
pub mod macros;
pub mod ratio;
pub mod record;
pub mod refusal;
pub mod said;
pub mod text;
pub mod time;
pub mod zone;
