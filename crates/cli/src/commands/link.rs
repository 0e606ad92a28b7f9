//! Links that sign people in to the pages.

use anyhow::bail;
use assize_domain::kernel::id::PersonId;
use assize_domain::{AnyRecord, Key, Kind};
use assize_store::{LINK_MILLIS, PAGE_ROWS_MAX, Store};
use serde_json::json;

use super::open;
use crate::args::LinkArgs;
use crate::out::Answer;
use crate::settings::Settings;

/// `link`.
pub(crate) async fn run(settings: &Settings, args: &LinkArgs) -> anyhow::Result<Answer> {
    let store = open(settings).await?;
    let person = match &args.person {
        Some(who) => Some(find(&store, "--for", who).await?),
        None => None,
    };
    let at = args.at.clone().unwrap_or_else(|| settings.door.origin(&settings.listen));
    let link = made(&store, person, &at).await?;
    let minutes = LINK_MILLIS / 60_000;
    let words =
        format!("{link}\nThe link signs in once, within {minutes} minutes. Whoever has it is who it is for.");
    Ok(Answer::done(json!({ "link": link, "minutes": minutes }), words))
}

/// A link for a person, or for the operator, to the server at an address.
pub(crate) async fn made(store: &Store, person: Option<PersonId>, at: &str) -> anyhow::Result<String> {
    let secret = store.make_link(person).await?;
    Ok(format!("{}/sign-in/{secret}", at.trim_end_matches('/')))
}

/// The person of an id, an address of mail, or a name that is one person's alone. `flag` is where they were named.
pub(crate) async fn find(store: &Store, flag: &str, who: &str) -> anyhow::Result<PersonId> {
    if let Ok(id) = who.parse::<PersonId>() {
        if store.record(Key::of(id)).await?.is_none() {
            bail!("{flag}: no person has the id `{who}`; `assize show person` lists them");
        }
        return Ok(id);
    }
    let mut found = Vec::new();
    let mut after = None;
    loop {
        let page = store.record_page(Kind::Person, after, PAGE_ROWS_MAX).await?;
        let Some((last, _)) = page.last() else { break };
        after = Some(last.id);
        for (_, record) in page {
            if let AnyRecord::Person(person) = record.record {
                let mail =
                    person.email().as_ref().is_some_and(|email| email.as_str().eq_ignore_ascii_case(who));
                if mail || person.name().as_str().eq_ignore_ascii_case(who) {
                    found.push(person.id());
                }
            }
        }
    }
    match found.as_slice() {
        [one] => Ok(*one),
        [] => bail!("{flag}: nobody has the name or the address `{who}`; `assize show person` lists them"),
        several => bail!("{flag}: {} people are called `{who}`; give the id", several.len()),
    }
}
