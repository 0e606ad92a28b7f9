//! The register of findings: its filters, its pages and its counts, and that what it calls overdue is what the law does.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod common;

use assize_domain::finding::{DueDates, FindingStage, overdue_at};
use assize_domain::kernel::time::Date;
use assize_domain::words::FindingKind;
use assize_store::{FindingFilter, FindingOrder, Named, Reach, Store, TallyBy};
use common::{Base, each_database, story};
use uuid::Uuid;

fn id(number: usize) -> Uuid {
    format!("0198c2f0-0000-7000-8000-{number:012}").parse().unwrap()
}

/// A row as the store would write it, but for what the register does not read.
async fn put(
    base: &Base,
    number: usize,
    audit: Uuid,
    auditee: Uuid,
    stage: FindingStage,
    title: &str,
    kind: FindingKind,
) {
    let grade = if kind == FindingKind::Nonconformity { "'major'" } else { "NULL" };
    let sql = format!(
        "INSERT INTO finding (version, id, audit, auditee, number, text_kind, text_title, text_statement, text_grade, \
         stamp_at, stamp_by, state, response, due_given, due_acknowledge, due_plan, due_implement, due_effectiveness, \
         correction_given, cause_given, action_given, plan_accepted_given, implementation_given, verification_given, effectiveness_given) \
         VALUES (1, '{}', '{audit}', '{auditee}', {number}, '{kind}', '{title}', 'The statement', {grade}, '{}-03-01T08:00:00.000Z', 'operator', \
         '{stage}', 'none', 1, '2026-01-10', '2026-02-10', '2026-03-10', '2026-04-10', 0, 0, 0, 0, 0, 0, 0)",
        id(number),
        2020 + number % 3,
    );
    base.run(Box::leak(sql.into_boxed_str())).await;
    let requirement = if number.is_multiple_of(2) { "6.1.2 a)" } else { "A.5.1" };
    let sql = format!(
        "INSERT INTO finding_text_requirements (of_record, pos, criteria, id) VALUES ('{}', 0, 'ISO/IEC 27001:2022+A1:2024', '{requirement}')",
        id(number)
    );
    base.run(Box::leak(sql.into_boxed_str())).await;
}

async fn numbers(store: &Store, filter: &FindingFilter) -> Vec<i64> {
    let found = store.finding_glances(&Reach::All, filter, FindingOrder::Newest, None, 100).await.unwrap();
    let count = store.finding_count(&Reach::All, filter).await.unwrap();
    assert_eq!(usize::try_from(count).unwrap(), found.len());
    // Within reach of a few audits, of many and of thousands the same is found in other ways.
    let audit = store.audit_glances(&Reach::All, None, None, 1).await.unwrap().pop().unwrap().id;
    for others in [0, 70, 1_100] {
        let others = (2_000..2_000 + others).map(|n| id(n).into());
        let reach = Reach::Some { whole: others.chain([audit]).collect(), released: [].into() };
        let within = store.finding_glances(&reach, filter, FindingOrder::Newest, None, 100).await.unwrap();
        assert_eq!(within, found);
        assert_eq!(store.finding_count(&reach, filter).await.unwrap(), count);
        let oldest = store.finding_glances(&reach, filter, FindingOrder::Oldest, None, 100).await.unwrap();
        assert!(oldest.iter().eq(found.iter().rev()));
    }
    found.iter().map(|finding| finding.number).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_register_is_filtered_paged_and_counted() {
    for base in each_database().await {
        let store = base.make().await;
        let stood = story(&store).await;
        let audit = store.audit_glances(&Reach::All, None, None, 1).await.unwrap().pop().unwrap();
        let auditee = assize_domain::Key::of(audit.auditee).id;
        for (at, stage) in FindingStage::ALL.iter().enumerate() {
            put(
                &base,
                at,
                stood.audit.id,
                auditee,
                *stage,
                &format!("Title {at} of 100%"),
                FindingKind::Nonconformity,
            )
            .await;
        }
        put(&base, 12, stood.audit.id, auditee, FindingStage::Raised, "Good", FindingKind::GoodPractice)
            .await;

        let all = FindingFilter::default();
        let newest = store.finding_glances(&Reach::All, &all, FindingOrder::Newest, None, 5).await.unwrap();
        assert_eq!(newest.iter().map(|one| one.number).collect::<Vec<_>>(), [12, 11, 10, 9, 8]);
        let next = store
            .finding_glances(&Reach::All, &all, FindingOrder::Newest, Some(newest[4].id), 3)
            .await
            .unwrap();
        assert_eq!(next.iter().map(|one| one.number).collect::<Vec<_>>(), [7, 6, 5]);
        let oldest = store
            .finding_glances(&Reach::All, &all, FindingOrder::Oldest, Some(next[2].id), 2)
            .await
            .unwrap();
        assert_eq!(oldest.iter().map(|one| one.number).collect::<Vec<_>>(), [6, 7]);
        let one = &newest[1];
        assert_eq!((one.requirements.as_slice(), one.grade_rank), (["A.5.1".to_owned()].as_slice(), Some(1)));
        assert_eq!(one.auditee_name.as_ref().unwrap().as_str(), "Works");
        assert_eq!(one.audit_title.as_ref().unwrap().as_str(), "Audit");

        let by = |change: &dyn Fn(&mut FindingFilter)| {
            let mut filter = FindingFilter::default();
            change(&mut filter);
            filter
        };
        assert_eq!(numbers(&store, &by(&|f| f.kind = Some(FindingKind::GoodPractice))).await, [12]);
        assert_eq!(
            numbers(&store, &by(&|f| f.stages = vec![FindingStage::Closed, FindingStage::Raised])).await,
            [12, 10, 1]
        );
        assert_eq!(
            numbers(&store, &by(&|f| f.requirement = Some("6.1".to_owned()))).await,
            [12, 10, 8, 6, 4, 2, 0]
        );
        assert_eq!(numbers(&store, &by(&|f| f.requirement = Some("6.1.2 a)".to_owned()))).await.len(), 7);
        assert!(numbers(&store, &by(&|f| f.requirement = Some("6.1.2 b".to_owned()))).await.is_empty());
        assert_eq!(numbers(&store, &by(&|f| f.text = Some("TITLE 7".to_owned()))).await, [7]);
        assert_eq!(numbers(&store, &by(&|f| f.text = Some("100%".to_owned()))).await.len(), 12);
        assert!(numbers(&store, &by(&|f| f.text = Some("1_0".to_owned()))).await.is_empty());
        assert_eq!(
            numbers(&store, &by(&|f| f.auditee = Some(Named::Part("work".to_owned())))).await.len(),
            13
        );
        assert!(numbers(&store, &by(&|f| f.auditee = Some(Named::Id(id(99))))).await.is_empty());
        assert_eq!(numbers(&store, &by(&|f| f.audit = Some(Named::Id(stood.audit.id)))).await.len(), 13);
        assert_eq!(numbers(&store, &by(&|f| f.programme = Some(audit.programme))).await.len(), 13);
        assert!(numbers(&store, &by(&|f| f.programme = Some(id(99).into()))).await.is_empty());

        let due = newest[0].due.clone().unwrap();
        let _: &DueDates = &due;
        for day in ["2026-01-10", "2026-01-11", "2026-02-11", "2026-03-11", "2026-04-11"] {
            let today: Date = day.parse().unwrap();
            let law: Vec<i64> = store
                .finding_glances(&Reach::All, &all, FindingOrder::Newest, None, 100)
                .await
                .unwrap()
                .iter()
                .filter(|one| overdue_at(one.stage, &due, today).is_some())
                .map(|one| one.number)
                .collect();
            assert_eq!(numbers(&store, &by(&|f| f.overdue_on = Some(today))).await, law, "{day}");
            // The same, counted by programme, in whichever way the audits are found.
            let count = i64::try_from(law.len()).unwrap();
            let counted: Vec<_> = [(audit.programme, count)].into_iter().filter(|(_, n)| *n > 0).collect();
            let those = [audit.programme, id(99).into()];
            let some = |others: usize| Reach::Some {
                whole: (2_000..2_000 + others).map(|n| id(n).into()).chain([audit.id]).collect(),
                released: [].into(),
            };
            for reach in [Reach::All, some(0), some(1_100)] {
                assert_eq!(store.findings_overdue(&reach, &those, today).await.unwrap(), counted, "{day}");
            }
            for (reach, those) in
                [(Reach::none(), &those[..]), (Reach::All, &those[1..]), (Reach::All, &those[..0])]
            {
                assert!(store.findings_overdue(&reach, those, today).await.unwrap().is_empty(), "{day}");
            }
        }

        let open: Vec<FindingStage> =
            FindingStage::ALL.iter().copied().filter(|stage| stage.is_open()).collect();
        let open = by(&|f| f.stages.clone_from(&open));
        assert_eq!(numbers(&store, &open).await, [12, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
        let of_kind = FindingFilter { kind: Some(FindingKind::GoodPractice), ..open.clone() };
        assert_eq!(numbers(&store, &of_kind).await, [12]);
        let of_grade = FindingFilter { grade: Some("major".parse().unwrap()), ..open.clone() };
        assert_eq!(numbers(&store, &of_grade).await, [9, 8, 7, 6, 5, 4, 3, 2, 1]);
        // Of a programme with many audits the same is found in another way.
        let of_programme = by(&|f| f.programme = Some(audit.programme));
        let few = numbers(&store, &of_programme).await;
        for n in 100..170 {
            let sql = format!(
                "INSERT INTO link (kind, name, target, id) VALUES ('audit', 'programme', '{}', '{}')",
                audit.programme,
                id(n)
            );
            base.run(Box::leak(sql.into_boxed_str())).await;
        }
        assert_eq!(numbers(&store, &of_programme).await, few);
        assert!(numbers(&store, &by(&|f| f.programme = Some(id(99).into()))).await.is_empty());

        // What is followed up in the audits of whoever has few of them, and of whoever has many.
        let leader: assize_domain::kernel::id::PersonId = id(7_000).into();
        let link = |audit: Uuid| {
            format!(
                "INSERT INTO link (kind, name, target, id) VALUES ('audit', 'people', '{leader}', '{audit}')"
            )
        };
        assert!(store.person_followed(leader, 100).await.unwrap().is_empty());
        base.run(Box::leak(link(stood.audit.id).into_boxed_str())).await;
        let of_few = store.person_followed(leader, 100).await.unwrap();
        assert_eq!(of_few.len(), 9, "open nonconformities, and neither a draft nor what is closed");
        assert!(of_few.is_sorted());
        for n in 100..170 {
            base.run(Box::leak(link(id(n)).into_boxed_str())).await;
        }
        assert_eq!(store.person_followed(leader, 100).await.unwrap(), of_few);

        let years = store.finding_tallies(&Reach::All, &all, TallyBy::Year).await.unwrap();
        // Neither the draft nor what was withdrawn.
        assert_eq!(years.iter().map(|one| one.count).sum::<i64>(), 11);
        assert_eq!(years.first().unwrap().of, "2020");
        let clauses = store.finding_tallies(&Reach::All, &all, TallyBy::Requirement).await.unwrap();
        let said: Vec<(&str, i64)> = clauses.iter().map(|one| (one.of.as_str(), one.count)).collect();
        assert!(said.contains(&("A.5.1", 5)), "{said:?}");
        assert_eq!(store.programme_titles(5).await.unwrap().len(), 1);

        // Of an audit of which only what was released is seen: neither the draft nor what was withdrawn; of another audit nothing.
        let released = Reach::Some { whole: [].into(), released: [audit.id].into() };
        let other = Reach::Some { whole: [id(7).into()].into(), released: [id(8).into()].into() };
        for (reach, found) in [(released, 11), (other, 0), (Reach::none(), 0)] {
            let seen = store.finding_glances(&reach, &all, FindingOrder::Newest, None, 100).await.unwrap();
            assert_eq!(seen.len(), found, "{reach:?}");
            assert!(seen.iter().all(|one| one.stage.stands()));
            assert_eq!(store.finding_count(&reach, &all).await.unwrap(), i64::try_from(found).unwrap());
            let counted = store.finding_tallies(&reach, &all, TallyBy::Year).await.unwrap();
            assert_eq!(counted.iter().map(|one| one.count).sum::<i64>(), i64::try_from(found).unwrap());
        }
    }
}
