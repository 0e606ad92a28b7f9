//! The document audit of a real published handbook, told to the law alone: the quotations are in the documents, and every
//! deed is lawful. Runs where the documents are.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod support;

use assize_cli::story::play;
use assize_domain::audit::Audit;
use assize_domain::finding::Finding;
use support::shorebird::{documents, plain, quotations, scenario, story, text_of};
use support::{LawDoor, catalogue, files};

#[test]
fn every_quotation_is_in_its_file_and_short() {
    let Some(folder) = documents() else { return println!("the real documents are not here: not tried") };
    let all = quotations(&scenario());
    assert!(all.len() > 150, "{}", all.len());
    for (file, heading, quote) in all {
        let text = plain(&text_of(&folder, &file));
        assert!(text.contains(&plain(&heading)), "{file} has no heading {heading}");
        assert!(text.contains(&plain(&quote)), "{file} does not say: {quote}");
        assert!(quote.split_whitespace().count() <= 8, "{quote}");
    }
}

#[tokio::test]
async fn the_document_audit_is_lawful() {
    let Some(folder) = documents() else { return println!("the real documents are not here: not tried") };
    let mut door = LawDoor::new();
    let played = play(&story(), &folder, &files(&folder), &catalogue(), &mut door, |_| ()).await.unwrap();
    let audit = door.world.find::<Audit>(played.ids["audit"].parse().unwrap()).unwrap().unwrap();
    assert_eq!(audit.state().word(), "completed");
    let followed = door.world.find::<Finding>(played.ids["finding:F7"].parse().unwrap()).unwrap().unwrap();
    assert_eq!(followed.state().word(), "closed");
}
