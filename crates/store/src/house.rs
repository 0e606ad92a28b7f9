//! The auditing organization as every page shows it: its name and its logo, and no more than that is read.

use assize_domain::auditee::{LogoMedia, organization_id};
use assize_domain::kernel::datum::{CellType, Corrupt};
use assize_domain::kernel::id::Id as _;
use assize_domain::kernel::text::{Line, Sha256};

use crate::Store;
use crate::db::Sql as _;
use crate::error::StoreError;
use crate::glance::{optional, value};

/// The auditing organization, as pages show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct House {
    /// Its name.
    pub name: Line,
    /// Its logo, where it has one: the digest of the file, and what the file is.
    pub logo: Option<(Sha256, LogoMedia)>,
}

impl Store {
    /// The auditing organization; nothing where it was not named yet.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn house(&self) -> Result<Option<House>, StoreError> {
        let statement =
            "SELECT name, letterhead_logo_sha256, letterhead_logo_media FROM organization WHERE id = $1";
        let id = organization_id().uuid().hyphenated().to_string();
        let (args, types) = ([id.as_str().into()], [CellType::Text; 3]);
        let rows = self.db.conn().await?.rows("reading whose store it is", statement, &args, &types).await?;
        let Some(row) = rows.first() else { return Ok(None) };
        let read = || -> Result<House, Corrupt> {
            let logo = match (optional(row, 1, "logo")?, optional(row, 2, "media")?) {
                (Some(sha256), Some(media)) => Some((sha256, media)),
                _ => None,
            };
            Ok(House { name: value(row, 0, "name")?, logo })
        };
        Ok(Some(read()?))
    }
}
