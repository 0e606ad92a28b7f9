//! What the documents of the organization look like: shown, and set as the operator.

use anyhow::bail;
use assize_cli::work::Processes;
use assize_domain::auditee::letterhead::LOGO_BYTES_MAX;
use assize_domain::auditee::{Letterhead, Logo, Organization, organization_id};
use assize_domain::kernel::datum::Datum as _;
use assize_domain::{AnyRecord, Key};
use assize_server::{LogoSeen, WorkError, Workers as _, logo_refusal};
use assize_store::{Act, ActError, Store};
use bytes::Bytes;
use serde_json::{Value, json};

use super::open;
use super::store::{operator, read};
use crate::args::LetterheadArgs;
use crate::files::read as read_file;
use crate::out::{Answer, happened, malformed, refused};
use crate::settings::Settings;

/// `letterhead`.
pub(crate) async fn run(settings: &Settings, args: &LetterheadArgs) -> anyhow::Result<Answer> {
    let store = open(settings).await?;
    let Some(AnyRecord::Organization(organization)) =
        store.record(Key::of(organization_id())).await?.map(|found| found.record)
    else {
        bail!("the organization has no name yet: give it one with `assize act organization.name`");
    };
    let held = organization.letterhead().clone().unwrap_or(Letterhead::NONE);
    let lines = [("accent", &args.accent), ("address", &args.address), ("footer", &args.footer)];
    if args.logo.is_none() && !args.no_logo && lines.iter().all(|(_, given)| given.is_none()) {
        return Ok(Answer::done(held.to_json(), told(&organization, &held)));
    }
    let mut letterhead = held.to_json();
    for (name, given) in lines {
        if let Some(text) = given {
            let text = text.trim();
            let value = if text.is_empty() { Value::Null } else { json!(text) };
            set(&mut letterhead, name, value);
        }
    }
    if args.no_logo {
        set(&mut letterhead, "logo", Value::Null);
    }
    if let Some(file) = &args.logo {
        let bytes = Bytes::from(read_file(file, u64::from(LOGO_BYTES_MAX))?);
        match looked_at(&store, bytes).await? {
            Ok(logo) => set(&mut letterhead, "logo", logo.to_json()),
            Err(error) => return refused(error),
        }
    }
    let body = json!({ "organization": organization_id().to_string(), "letterhead": letterhead });
    let command = match read("organization.set_letterhead", &body) {
        Ok(command) => command,
        Err(problems) => return Ok(malformed(&problems)),
    };
    match store.execute(Act::new(operator(args.person.as_deref())?, command)).await {
        Ok(done) => Ok(happened(&done)),
        Err(error) => refused(error),
    }
}

fn set(letterhead: &mut Value, name: &str, value: Value) {
    if let Some(object) = letterhead.as_object_mut() {
        object.insert(name.to_owned(), value);
    }
}

/// Looks at a file that is to be the logo, and keeps it.
async fn looked_at(store: &Store, bytes: Bytes) -> anyhow::Result<Result<Logo, ActError>> {
    let length = u32::try_from(bytes.len())?;
    let seen = Processes::own()?.look_at_logo(bytes.clone()).await;
    let (media, width, height) = match seen {
        Ok(LogoSeen::Fit { media, width, height }) => (media, width, height),
        Ok(LogoSeen::Unfit(flaw)) => return Ok(Err(ActError::Refused(vec![logo_refusal(&flaw)]))),
        Err(WorkError::Unfit(why) | WorkError::Failed(why)) => {
            bail!("the logo could not be looked at: {why}")
        }
    };
    let stored = store.blobs().put_public(bytes).await?;
    let sha256 = stored.sha256.parse().map_err(|error| anyhow::anyhow!("the digest {error}"))?;
    Ok(Ok(Logo { sha256, media, bytes: length, width, height }))
}

fn told(organization: &Organization, held: &Letterhead) -> String {
    let none = || "none".to_owned();
    let logo = held.logo.as_ref().map_or_else(none, |logo| {
        format!(
            "{} of {} by {}, {} bytes, {}",
            logo.media.word(),
            logo.width,
            logo.height,
            logo.bytes,
            logo.sha256
        )
    });
    let said = |line: Option<String>| line.unwrap_or_else(none);
    format!(
        "Documents of {}\nLogo:    {logo}\nAccent:  {}\nAddress: {}\nFooter:  {}",
        organization.name(),
        said(held.accent.as_ref().map(ToString::to_string)),
        said(held.address.as_ref().map(ToString::to_string)),
        said(held.footer.as_ref().map(ToString::to_string)),
    )
}
