//! The demonstration's story, told to the law alone: every deed is lawful, and the refusals it tells of are given.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod support;

use assize_cli::story::{play, read};
use assize_domain::audit::Audit;
use assize_domain::evidence::TrailCase;
use assize_domain::finding::Finding;
use support::{LawDoor, catalogue, files, root};

#[tokio::test]
async fn the_demonstration_is_lawful_from_its_first_act_to_its_last() {
    let story = read(&std::fs::read_to_string(root().join("demo/audit.toml")).unwrap()).unwrap();
    let folder = root().join("demo/documents");
    let mut door = LawDoor::new();
    let played = play(&story, &folder, &files(&folder), &catalogue(), &mut door, |_| ()).await.unwrap();
    assert!(played.deeds > 500, "{}", played.deeds);
    let audit = door.world.find::<Audit>(played.ids["audit"].parse().unwrap()).unwrap().unwrap();
    assert_eq!(audit.state().word(), "completed");
    let finding = |key: &str| door.world.find::<Finding>(played.ids[key].parse().unwrap()).unwrap().unwrap();
    assert_eq!(finding("finding:NC-01").state().word(), "closed");
    assert_eq!(finding("finding:NC-04").rejections().len(), 2);
    assert_eq!(finding("finding:NC-07").response().word(), "disputed");
    assert_eq!(played.refused.len(), 1);
    let case = door.world.find::<TrailCase>(played.ids["case:0"].parse().unwrap()).unwrap().unwrap();
    let (seen, open): (Vec<_>, Vec<_>) = case.steps().iter().partition(|step| step.seen.is_some());
    assert_eq!((seen.len(), open.len()), (7, 6));
    let report = assize_domain::report::content(&door.world, played.ids["report"].parse().unwrap()).unwrap();
    let left = &report.not_covered[0].what;
    assert_eq!((left.matches("ISO/IEC 27001").count(), left.contains("A.5.1, A.5.2, ")), (1, true), "{left}");
}
