//! Accounts: each rule of signing in with a case that passes and one that is refused, on each database.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod authenticator;
mod common;

use std::time::{SystemTime, UNIX_EPOCH};

use assize_domain::Key;
use assize_domain::kernel::act::Scope;
use assize_domain::kernel::id::PersonId;
use assize_store::{
    Act, Begun, Factor, SecondFactor, SecretKey, SessionLimits, SignIn, Stage, Store, Unfit, Visit, totp_at,
};
use authenticator::{Authenticator, party};
use common::{command, each_database, give, operator, register};
use serde_json::json;

const PASSPHRASE: &str = "walrus under the tram";

fn now() -> i64 {
    i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis()).unwrap()
}

fn visit(address: &str) -> Visit {
    Visit { address: Some(address.parse().unwrap()), agent: Some("A browser".to_owned()), ..Visit::default() }
}

fn nobody_else() -> SecondFactor {
    SecondFactor::default()
}

fn everyone() -> SecondFactor {
    SecondFactor::read("everyone").unwrap()
}

async fn person(store: &Store, name: &str, email: &str) -> PersonId {
    let body =
        json!({ "name": name, "email": email, "employer": "Fernhill", "languages": ["en"], "zone": "UTC" });
    let done = store.execute(Act::new(operator(), command("person.register", &body))).await.unwrap();
    done.subject().unwrap().id.into()
}

/// A person with a passphrase.
async fn ann(store: &Store) -> PersonId {
    store.use_secret_key(SecretKey::make().unwrap()).await.unwrap();
    let ann = person(store, "Ann Archer", "ann@fernhill.example").await;
    store.set_passphrase(ann, PASSPHRASE).await.unwrap().unwrap();
    ann
}

async fn sign_in(store: &Store, who: &str, passphrase: &str, visit: &Visit) -> SignIn {
    store.sign_in(who, passphrase, visit, &nobody_else()).await.unwrap()
}

#[track_caller]
fn begun(came: SignIn) -> Begun {
    match came {
        SignIn::Begun(begun) => *begun,
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_invited_sets_up_how_they_sign_in_and_nothing_before() {
    for base in each_database().await {
        let store = base.make().await;
        let ann = person(&store, "Ann Archer", "ann@fernhill.example").await;
        let older = store.invite(ann, None).await.unwrap().unwrap();
        let invitation = store.invite(ann, None).await.unwrap().unwrap();
        assert_eq!(
            store.invitation_of(&older).await.unwrap(),
            None,
            "one that was made before holds no longer"
        );
        assert_eq!(store.invitation_of(&invitation).await.unwrap(), Some(ann));
        let here = visit("192.0.2.1");
        let first = store.begin_invited(&invitation, &here).await.unwrap().unwrap();
        let other = store.begin_invited(&invitation, &here).await.unwrap().unwrap();
        assert_eq!((first.session.stage, first.device), (Stage::Enrol, None));
        assert_eq!(
            store.settle(&first.secret, &here, &nobody_else()).await.unwrap(),
            None,
            "nothing is set up yet"
        );
        // Nobody signs in by a passphrase that was not set.
        assert_eq!(sign_in(&store, "ann@fernhill.example", "", &here).await, SignIn::Wrong);

        store.set_passphrase(ann, PASSPHRASE).await.unwrap().unwrap();
        assert_eq!(store.invitation_of(&invitation).await.unwrap(), None, "it is spent");
        assert_eq!(store.begin_invited(&invitation, &here).await.unwrap(), None);
        let whole = store.settle(&first.secret, &here, &nobody_else()).await.unwrap().unwrap();
        assert_eq!((whole.session.stage, whole.session.person), (Stage::Whole, Some(ann)));
        assert_eq!(store.session_of(&first.secret).await.unwrap(), None, "the secret is another");
        assert_eq!(store.session_of(&other.secret).await.unwrap(), None, "whoever else had begun is out");
        assert!(store.session_of(&whole.secret).await.unwrap().unwrap().recent(15, store.now()));
        // An invitation goes around no factor that is there.
        assert_eq!(store.invite(ann, None).await.unwrap(), None);
        assert!(store.reset_account(ann).await.unwrap());
        assert_eq!(store.session_of(&whole.secret).await.unwrap(), None);
        assert_eq!(sign_in(&store, "ann@fernhill.example", PASSPHRASE, &here).await, SignIn::Wrong);
        assert!(store.invite(ann, None).await.unwrap().is_some());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_ends_with_its_time() {
    for base in each_database().await {
        let store = base.make().await;
        let ann = person(&store, "Ann Archer", "ann@fernhill.example").await;
        let invitation = store.invite(ann, None).await.unwrap().unwrap();
        base.run("UPDATE account_invitation SET expires_at = expires_at - 259100000").await;
        assert_eq!(store.invitation_of(&invitation).await.unwrap(), Some(ann), "72 hours less 100 seconds");
        base.run("UPDATE account_invitation SET expires_at = expires_at - 200000").await;
        assert_eq!(store.invitation_of(&invitation).await.unwrap(), None);
        assert_eq!(store.begin_invited(&invitation, &visit("192.0.2.1")).await.unwrap(), None);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passphrase_signs_its_person_in_and_nobody_else() {
    for base in each_database().await {
        let store = base.make().await;
        let ann = ann(&store).await;
        for (at, who) in ["ann@fernhill.example", " Ann@Fernhill.Example ", "ann archer"].iter().enumerate() {
            let here = visit(&format!("192.0.2.{at}"));
            let begun = begun(sign_in(&store, who, PASSPHRASE, &here).await);
            assert_eq!((begun.session.person, begun.session.stage), (Some(ann), Stage::Whole));
            assert_eq!(begun.session.factors, [Factor::Passphrase]);
            let held = store.session_of(&begun.secret).await.unwrap().unwrap();
            assert_eq!(
                (held.address.as_deref(), held.agent.as_deref()),
                (Some(&*format!("192.0.2.{at}")), Some("A browser"))
            );
        }
        assert!(store.account(ann).await.unwrap().unwrap().used_at.is_some());
        let here = visit("192.0.2.9");
        for (who, passphrase) in [
            ("ann@fernhill.example", "Walrus under the tram"),
            ("bob@fernhill.example", PASSPHRASE),
            ("", ""),
            ("%", PASSPHRASE),
        ] {
            assert_eq!(sign_in(&store, who, passphrase, &here).await, SignIn::Wrong, "{who}");
        }
        // A name that two have is nobody's.
        let other = person(&store, "Ann Archer", "other@fernhill.example").await;
        store.set_passphrase(other, "kettle on a glacier").await.unwrap().unwrap();
        assert_eq!(sign_in(&store, "Ann Archer", PASSPHRASE, &here).await, SignIn::Wrong);
        assert_eq!(
            begun(sign_in(&store, "other@fernhill.example", "kettle on a glacier", &here).await)
                .session
                .person,
            Some(other)
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passphrase_that_is_about_its_person_is_not_taken() {
    for base in each_database().await {
        let store = base.make().await;
        let ann = ann(&store).await;
        for (text, unfit) in [
            ("archer ann fernhill", Unfit::Own),
            ("ann@fernhill.example", Unfit::Own),
            ("short", Unfit::Short),
            ("passwordpassword", Unfit::Own),
            ("123123123123", Unfit::Guessable),
        ] {
            assert_eq!(store.set_passphrase(ann, text).await.unwrap(), Err(unfit), "{text}");
        }
        assert!(
            matches!(sign_in(&store, "ann archer", PASSPHRASE, &visit("192.0.2.1")).await, SignIn::Begun(_)),
            "the one before stays"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_account_lets_nobody_in_and_ends_its_sessions() {
    for base in each_database().await {
        let store = base.make().await;
        let ann = ann(&store).await;
        let here = visit("192.0.2.1");
        let session = begun(sign_in(&store, "ann archer", PASSPHRASE, &here).await).secret;
        let (_, token) = store.make_token("laptop", Some(ann), Scope::Act, 1).await.unwrap();
        let (_, operators) = store.make_token("server", None, Scope::Act, 1).await.unwrap();
        assert!(store.token_of(&token).await.unwrap().is_some());
        assert!(store.lock_account(ann).await.unwrap());
        assert_eq!(store.token_of(&token).await.unwrap(), None, "a token is a way in too");
        assert!(store.token_of(&operators).await.unwrap().is_some());
        assert_eq!(store.session_of(&session).await.unwrap(), None);
        assert_eq!(sign_in(&store, "ann archer", PASSPHRASE, &here).await, SignIn::Locked);
        // Who does not know the passphrase is not told.
        assert_eq!(sign_in(&store, "ann archer", "another one altogether", &here).await, SignIn::Wrong);
        let link = store.make_link(Some(ann)).await.unwrap();
        assert_eq!(store.begin_session(&link, &here, &nobody_else()).await.unwrap(), None);
        assert!(!store.lock_account(ann).await.unwrap());
        assert!(store.unlock_account(ann).await.unwrap() && !store.unlock_account(ann).await.unwrap());
        assert!(matches!(sign_in(&store, "ann archer", PASSPHRASE, &here).await, SignIn::Begun(_)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_guesses_waits_and_the_owner_does_not() {
    for base in each_database().await {
        let store = base.make().await;
        ann(&store).await;
        let own = begun(sign_in(&store, "ann archer", PASSPHRASE, &visit("198.51.100.7")).await);
        let owner = Visit { device: own.device.clone(), ..visit("198.51.100.8") };
        assert_eq!(
            begun(sign_in(&store, "ann archer", PASSPHRASE, &owner).await).device,
            None,
            "it is known already"
        );
        // From many addresses, an account that is there and one that is not: the same answers.
        for who in ["ann archer", "nobody at all"] {
            for guess in 0..5 {
                let from = visit(&format!("192.0.2.{guess}"));
                assert_eq!(
                    sign_in(&store, who, "a guess that fails", &from).await,
                    SignIn::Wrong,
                    "{who} {guess}"
                );
            }
            // The sixth is looked at and costs a second, as the next ones cost more.
            assert_eq!(sign_in(&store, who, "a guess that fails", &visit("192.0.2.6")).await, SignIn::Wrong);
            // The clock of the tests is the system's: the second becomes a hundred, so that a slow machine sees it too.
            base.run(
                "UPDATE sign_in_try SET until = until + 99000 WHERE failures = 6 AND until < last_at + 1001",
            )
            .await;
            let came = sign_in(&store, who, PASSPHRASE, &visit("192.0.2.7")).await;
            assert!(matches!(came, SignIn::Wait { seconds: 60..=100 }), "{who}: {came:?}");
        }
        // The owner's browser is counted by itself.
        assert!(matches!(sign_in(&store, "ann archer", PASSPHRASE, &owner).await, SignIn::Begun(_)));
        let came = sign_in(&store, "ann archer", PASSPHRASE, &visit("192.0.2.8")).await;
        assert!(matches!(came, SignIn::Wait { .. }), "and does not let others in sooner: {came:?}");
        // A device that somebody else is known by opens no door to this account.
        let guessed = Visit { device: Some("0".repeat(64)), ..visit("192.0.2.9") };
        assert!(matches!(sign_in(&store, "ann archer", PASSPHRASE, &guessed).await, SignIn::Wait { .. }));
        // A known browser that guesses waits too.
        for _ in 0..10 {
            assert_eq!(sign_in(&store, "ann archer", "a guess that fails", &owner).await, SignIn::Wrong);
        }
        assert_eq!(sign_in(&store, "ann archer", "a guess that fails", &owner).await, SignIn::Wrong);
        base.run("UPDATE sign_in_try SET until = until + 99000 WHERE failures = 11").await;
        assert!(matches!(sign_in(&store, "ann archer", PASSPHRASE, &owner).await, SignIn::Wait { .. }));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_guesses_at_many_accounts_waits() {
    for base in each_database().await {
        let store = base.make().await;
        ann(&store).await;
        let from = visit("192.0.2.1");
        for guess in 0..21 {
            // Signing in to an account of one's own in between takes nothing back but itself.
            if guess == 10 {
                assert!(matches!(sign_in(&store, "ann archer", PASSPHRASE, &from).await, SignIn::Begun(_)));
            }
            let came = sign_in(&store, &format!("somebody {guess}"), "a guess that fails", &from).await;
            assert_eq!(came, SignIn::Wrong, "{guess}");
        }
        base.run("UPDATE sign_in_try SET until = until + 99000 WHERE failures = 21").await;
        assert!(matches!(sign_in(&store, "somebody new", PASSPHRASE, &from).await, SignIn::Wait { .. }));
        assert_eq!(sign_in(&store, "somebody new", PASSPHRASE, &visit("192.0.2.2")).await, SignIn::Wrong);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_tries_at_a_time_are_counted_one_by_one() {
    for base in each_database().await {
        let store = base.make().await;
        ann(&store).await;
        let tries = (0..16).map(|at| {
            let store = store.clone();
            async move {
                sign_in(&store, "ann archer", "a guess that fails", &visit(&format!("192.0.2.{at}"))).await
            }
        });
        let came = futures::future::join_all(tries).await;
        let looked_at = came.iter().filter(|came| **came == SignIn::Wrong).count();
        assert!(looked_at <= 8, "{looked_at} of 16 were looked at");
        assert!(came.iter().all(|came| matches!(came, SignIn::Wrong | SignIn::Wait { .. })));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_wait_ends_and_the_right_passphrase_begins_the_count_anew() {
    for base in each_database().await {
        let store = base.make().await;
        ann(&store).await;
        let from = Visit { address: None, ..Visit::default() };
        for _ in 0..6 {
            assert_eq!(sign_in(&store, "ann archer", "a guess that fails", &from).await, SignIn::Wrong);
        }
        base.run("UPDATE sign_in_try SET until = until + 99000").await;
        assert!(matches!(sign_in(&store, "ann archer", PASSPHRASE, &from).await, SignIn::Wait { .. }));
        base.run("UPDATE sign_in_try SET until = 1").await;
        assert!(matches!(sign_in(&store, "ann archer", PASSPHRASE, &from).await, SignIn::Begun(_)));
        for _ in 0..5 {
            assert_eq!(sign_in(&store, "ann archer", "a guess that fails", &from).await, SignIn::Wrong);
        }
        // After a day without a failed try nothing is held against anybody.
        base.run("UPDATE sign_in_try SET failures = 50, last_at = last_at - 86400001, until = 1").await;
        for _ in 0..5 {
            assert_eq!(sign_in(&store, "ann archer", "a guess that fails", &from).await, SignIn::Wrong);
        }
    }
}

/// Codes that are set up, by their secret; the recovery codes.
async fn codes(store: &Store, person: PersonId) -> (String, Vec<String>) {
    let enrolment = store.begin_codes(person, "ann@fernhill.example").await.unwrap();
    let code = totp_at(&enrolment.secret, now());
    let recovery = store.confirm_codes(person, &code).await.unwrap().unwrap();
    (enrolment.secret, recovery)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_asked_for_after_the_passphrase_and_is_good_once() {
    for base in each_database().await {
        let store = base.make().await;
        let ann = ann(&store).await;
        let here = visit("192.0.2.1");
        let begun_codes = store.begin_codes(ann, "ann").await.unwrap();
        assert_eq!(store.confirm_codes(ann, "000000").await.unwrap(), None);
        // What nobody has confirmed is not asked for.
        assert_eq!(begun(sign_in(&store, "ann archer", PASSPHRASE, &here).await).session.stage, Stage::Whole);
        assert_eq!(store.codes_begun(ann, "ann").await.unwrap(), Some(begun_codes.clone()));
        let (secret, recovery) = codes(&store, ann).await;
        assert_ne!(secret, begun_codes.secret);
        assert_eq!(store.codes_begun(ann, "ann").await.unwrap(), None, "it is not shown again");
        assert_eq!((recovery.len(), recovery[0].len()), (10, 27));

        let first = begun(sign_in(&store, "ann archer", PASSPHRASE, &here).await);
        assert_eq!((first.session.stage, first.device), (Stage::Second, None));
        // The code by which they were confirmed is used up.
        assert_eq!(
            store.give_second(&first.secret, &totp_at(&secret, now()), &here).await.unwrap(),
            SignIn::Wrong
        );
        let next = totp_at(&secret, now() + 30_000);
        let whole = begun(store.give_second(&first.secret, &next, &here).await.unwrap());
        assert_eq!(
            (whole.session.stage, whole.session.factors.as_slice()),
            (Stage::Whole, &[Factor::Passphrase, Factor::Code][..])
        );
        assert!(whole.device.is_some());
        assert_eq!(store.session_of(&first.secret).await.unwrap(), None, "the secret is another");
        let again = begun(sign_in(&store, "ann archer", PASSPHRASE, &here).await);
        assert_eq!(
            store.give_second(&again.secret, &next, &here).await.unwrap(),
            SignIn::Wrong,
            "used before"
        );
        assert_eq!(
            store.give_second(&whole.secret, &next, &here).await.unwrap(),
            SignIn::Wrong,
            "nothing asks for it"
        );

        let typed = recovery[3].to_lowercase().replace('-', " ");
        let by_recovery = begun(store.give_second(&again.secret, &typed, &here).await.unwrap());
        assert_eq!(by_recovery.session.factors, [Factor::Passphrase, Factor::Recovery]);
        assert_eq!(store.account(ann).await.unwrap().unwrap().recovery_left, 9);
        let third = begun(sign_in(&store, "ann archer", PASSPHRASE, &here).await);
        assert_eq!(
            store.give_second(&third.secret, &recovery[3], &here).await.unwrap(),
            SignIn::Wrong,
            "good once"
        );
        let anew = store.renew_recovery_codes(ann).await.unwrap();
        assert_eq!(
            store.give_second(&third.secret, &recovery[4], &here).await.unwrap(),
            SignIn::Wrong,
            "of before"
        );
        begun(store.give_second(&third.secret, &anew[0], &here).await.unwrap());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_are_not_guessed_and_not_used_twice_at_a_time() {
    for base in each_database().await {
        let store = base.make().await;
        let ann = ann(&store).await;
        let (secret, recovery) = codes(&store, ann).await;
        let here = visit("192.0.2.1");
        let mut sessions = Vec::new();
        for _ in 0..2 {
            sessions.push(begun(sign_in(&store, "ann archer", PASSPHRASE, &here).await).secret);
        }
        let next = totp_at(&secret, now() + 30_000);
        let (one, other) = tokio::join!(
            store.give_second(&sessions[0], &next, &here),
            store.give_second(&sessions[1], &next, &here)
        );
        let both = [one.unwrap(), other.unwrap()];
        assert_eq!(both.iter().filter(|came| matches!(came, SignIn::Begun(_))).count(), 1, "{both:?}");
        let session = begun(sign_in(&store, "ann archer", PASSPHRASE, &here).await).secret;
        // The one that came second counts as a failure where it ended after the other, which begins the count anew.
        base.run_on("DELETE FROM sign_in_try").await;
        for guess in 0..6 {
            let came = store.give_second(&session, &format!("{guess:06}"), &here).await.unwrap();
            assert_eq!(came, SignIn::Wrong, "{guess}");
        }
        base.run("UPDATE sign_in_try SET until = until + 99000 WHERE failures = 6").await;
        assert!(matches!(
            store.give_second(&session, &recovery[0], &here).await.unwrap(),
            SignIn::Wait { .. }
        ));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_alone_does_not_give_the_secret_of_codes() {
    for base in each_database().await {
        let store = base.make().await;
        let key = SecretKey::make().unwrap();
        store.use_secret_key(key.clone()).await.unwrap();
        let ann = person(&store, "Ann Archer", "ann@fernhill.example").await;
        store.set_passphrase(ann, PASSPHRASE).await.unwrap().unwrap();
        let (secret, recovery) = codes(&store, ann).await;
        store.close().await;
        let mut all = base.bytes();
        all.push(base.dump().await);
        for (file, bytes) in all {
            let text = String::from_utf8_lossy(&bytes);
            for hidden in [
                secret.as_str(),
                PASSPHRASE,
                &recovery[0],
                &recovery[0].replace('-', ""),
                key.to_text().as_str(),
            ] {
                assert!(!text.contains(hidden), "{file} holds {hidden}");
            }
        }
        // Another key is refused; the same one opens what it sealed.
        let again = base.open().await;
        let error = again.use_secret_key(SecretKey::make().unwrap()).await.unwrap_err().to_string();
        assert!(error.contains("another"), "{error}");
        let first = begun(sign_in(&again, "ann archer", PASSPHRASE, &visit("192.0.2.1")).await).secret;
        assert!(
            again.give_second(&first, "123456", &Visit::default()).await.is_err(),
            "without the key no code can be looked at"
        );
        again.use_secret_key(key).await.unwrap();
        begun(again.give_second(&first, &totp_at(&secret, now() + 30_000), &Visit::default()).await.unwrap());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_shows_again_who_they_are_has_a_new_secret_and_is_recent() {
    for base in each_database().await {
        let store = base.make().await;
        let ann = ann(&store).await;
        let here = visit("192.0.2.1");
        let session = begun(sign_in(&store, "ann archer", PASSPHRASE, &here).await).secret;
        base.run("UPDATE web_session SET authenticated_at = authenticated_at - 901000").await;
        let held = store.session_of(&session).await.unwrap().unwrap();
        assert!(!held.recent(15, store.now()) && held.recent(16, store.now()));
        assert_eq!(store.show_again(&session, "a guess that fails", "", &here).await.unwrap(), SignIn::Wrong);
        assert!(!store.session_of(&session).await.unwrap().unwrap().recent(15, store.now()));
        let again = begun(store.show_again(&session, PASSPHRASE, "", &here).await.unwrap());
        assert_eq!(store.session_of(&session).await.unwrap(), None);
        let now_held = store.session_of(&again.secret).await.unwrap().unwrap();
        assert!(now_held.recent(15, store.now()));
        assert_eq!(
            (now_held.id, now_held.expires_at),
            (held.id, held.expires_at),
            "it is the same session, and lasts no longer"
        );
        // With codes, the code is asked for as well.
        let (secret, _) = codes(&store, ann).await;
        assert_eq!(store.show_again(&again.secret, PASSPHRASE, "", &here).await.unwrap(), SignIn::Wrong);
        let code = totp_at(&secret, now() + 30_000);
        begun(store.show_again(&again.secret, PASSPHRASE, &code, &here).await.unwrap());
        assert_eq!(store.show_again("0", PASSPHRASE, "", &here).await.unwrap(), SignIn::Wrong);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_when_it_is_idle_and_at_its_limit() {
    for base in each_database().await {
        let store = base.make().await;
        ann(&store).await;
        let here =
            Visit { limits: SessionLimits { idle_millis: 60_000, millis: 3_600_000 }, ..visit("192.0.2.1") };
        let session = begun(sign_in(&store, "ann archer", PASSPHRASE, &here).await).secret;
        base.run("UPDATE web_session SET used_at = used_at - 50000").await;
        assert!(store.session_of(&session).await.unwrap().is_some());
        base.run("UPDATE web_session SET used_at = used_at - 10001").await;
        assert_eq!(store.session_of(&session).await.unwrap(), None, "a minute without use");
        base.run("UPDATE web_session SET used_at = used_at + 61000, expires_at = expires_at - 3590000").await;
        assert!(store.session_of(&session).await.unwrap().is_some());
        base.run("UPDATE web_session SET expires_at = expires_at - 10001").await;
        assert_eq!(store.session_of(&session).await.unwrap(), None, "an hour after it began");
        store.forget_old_sessions().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_page_asks_by_itself_is_no_use_of_a_session() {
    const EARLIER: &str = "UPDATE web_session SET used_at = used_at - 2000000";
    for base in each_database().await {
        let store = base.make().await;
        ann(&store).await;
        let limits = SessionLimits { idle_millis: 3_600_000, millis: 86_400_000 };
        let here = Visit { limits, ..visit("192.0.2.1") };
        let session = begun(sign_in(&store, "ann archer", PASSPHRASE, &here).await).secret;
        for _ in 0..3 {
            base.run(EARLIER).await;
            assert!(store.session_of(&session).await.unwrap().is_some(), "one that is used goes on");
        }
        base.run(EARLIER).await;
        assert!(store.session_seen(&session).await.unwrap().is_some(), "it is answered while it holds");
        base.run(EARLIER).await;
        assert_eq!(store.session_seen(&session).await.unwrap(), None);
        assert_eq!(store.session_of(&session).await.unwrap(), None, "an hour without use");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sessions_are_listed_and_ended_by_their_person_alone() {
    for base in each_database().await {
        let store = base.make().await;
        let ann = ann(&store).await;
        let bob = person(&store, "Bob Baker", "bob@fernhill.example").await;
        let mut sessions = Vec::new();
        for at in 0..3 {
            sessions.push(begun(
                sign_in(&store, "ann archer", PASSPHRASE, &visit(&format!("192.0.2.{at}"))).await,
            ));
        }
        assert_eq!(store.sessions_of(ann).await.unwrap().len(), 3);
        assert!(store.sessions_of(bob).await.unwrap().is_empty());
        assert!(!store.end_session_of(bob, &sessions[0].session.id).await.unwrap());
        assert!(store.end_session_of(ann, &sessions[0].session.id).await.unwrap());
        assert_eq!(store.session_of(&sessions[0].secret).await.unwrap(), None);
        assert_eq!(store.end_other_sessions(ann, Some(&sessions[2].session.id)).await.unwrap(), 1);
        assert!(store.session_of(&sessions[2].secret).await.unwrap().is_some());
        // There are never more than the most; the one used longest ago ends.
        for _ in 0..22 {
            sessions.push(begun(sign_in(&store, "ann archer", PASSPHRASE, &visit("192.0.2.9")).await));
        }
        assert_eq!(store.sessions_of(ann).await.unwrap().len(), 20);
        assert!(store.session_of(&sessions.last().unwrap().secret).await.unwrap().is_some());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_factor_that_is_required_is_set_up_before_anything_else() {
    for base in each_database().await {
        let store = base.make().await;
        let ann = ann(&store).await;
        let here = visit("192.0.2.1");
        let first = begun(store.sign_in("ann archer", PASSPHRASE, &here, &everyone()).await.unwrap());
        assert_eq!(first.session.stage, Stage::Enrol);
        assert_eq!(store.settle(&first.secret, &here, &everyone()).await.unwrap(), None);
        let link = store.make_link(Some(ann)).await.unwrap();
        let by_link = store.begin_session(&link, &here, &everyone()).await.unwrap().unwrap();
        assert_eq!(by_link.session.stage, Stage::Enrol, "by a link too");
        codes(&store, ann).await;
        let whole = store.settle(&first.secret, &here, &everyone()).await.unwrap().unwrap();
        assert_eq!(whole.session.stage, Stage::Whole);
        assert!(!store.can_spare_factor(ann, Factor::Code, &everyone()).await.unwrap());
        assert!(store.can_spare_factor(ann, Factor::Code, &nobody_else()).await.unwrap());
        assert!(!store.can_spare_factor(ann, Factor::Passphrase, &nobody_else()).await.unwrap());
        // The operator is nobody's person.
        let link = store.make_link(None).await.unwrap();
        let operator = store.begin_session(&link, &here, &everyone()).await.unwrap().unwrap();
        assert_eq!(operator.session.stage, Stage::Whole);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_a_passkey_and_needs_two_factors_signs_in_with_it() {
    for base in each_database().await {
        let store = base.make().await;
        let ann = ann(&store).await;
        base.run(
            "INSERT INTO account_passkey (id, person, credential, public_key, label, counter, made_at) \
             SELECT 'k', person, 'b25l', 'a0', 'Key', 0, 1 FROM account",
        )
        .await;
        let here = visit("192.0.2.1");
        let came = store.sign_in("ann archer", PASSPHRASE, &here, &everyone()).await.unwrap();
        assert_eq!(came, SignIn::PasskeyNeeded, "a stolen passphrase sets up no second factor beside it");
        let came = store.sign_in("ann archer", "a guess that fails", &here, &everyone()).await.unwrap();
        assert_eq!(came, SignIn::Wrong);
        begun(sign_in(&store, "ann archer", PASSPHRASE, &here).await);
        assert_eq!(store.passkeys(ann).await.unwrap().len(), 1);
        assert!(store.can_spare_factor(ann, Factor::Passkey, &nobody_else()).await.unwrap());
        assert!(!store.can_spare_factor(ann, Factor::Passkey, &everyone()).await.unwrap());
        let other = person(&store, "Bob Baker", "bob@fernhill.example").await;
        assert!(
            !store.remove_passkey(other, "k").await.unwrap() && store.remove_passkey(ann, "k").await.unwrap()
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_required_by_the_roles_that_the_record_gives() {
    for base in each_database().await {
        let store = base.make().await;
        let stood = common::story(&store).await;
        let manager: PersonId = stood.manager.id.into();
        let other: PersonId = register(&store, "Somebody Else").await.subject().unwrap().id.into();
        let right = json!({ "person": other.to_string(), "role": "administrator", "over": { "is": "organization" },
            "period": { "from": "2026-01-01" }, "reason": "As agreed" });
        give(&store, None, "access.grant", right).await;
        for (words, of_manager, of_other) in [
            ("programme_manager", true, false),
            ("leader", false, false),
            ("administrator", false, true),
            ("approver,leader", true, false),
            ("everyone", true, true),
            ("", false, false),
        ] {
            let rule = SecondFactor::read(words).unwrap();
            assert_eq!(store.second_factor_required(manager, &rule).await.unwrap(), of_manager, "{words}");
            assert_eq!(store.second_factor_required(other, &rule).await.unwrap(), of_other, "{words}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passkey_signs_its_person_in_with_two_factors_and_a_challenge_is_answered_once() {
    for base in each_database().await {
        let store = base.make().await;
        let (ann, here) = (ann(&store).await, visit("192.0.2.1"));
        let bob = person(&store, "Bob Baker", "bob@fernhill.example").await;
        let mut key = Authenticator::new(7);
        let asked = store.ask_new_passkey(ann, "ann", &party()).await.unwrap();
        assert_eq!(asked.options["authenticatorSelection"]["userVerification"], "required");
        // An answer to a challenge of another person's is not theirs, and uses the challenge up.
        let made = key.make(&asked);
        assert!(!store.keep_passkey(bob, &asked.id, &made, "Key", &party()).await.unwrap());
        assert!(!store.keep_passkey(ann, &asked.id, &made, "Key", &party()).await.unwrap());
        let asked = store.ask_new_passkey(ann, "ann", &party()).await.unwrap();
        let made = key.make(&asked);
        assert!(store.keep_passkey(ann, &asked.id, &made, "  Key  ", &party()).await.unwrap());
        assert_eq!(store.passkeys(ann).await.unwrap()[0].label, "Key");
        // A key that is somebody's is made nobody else's.
        let asked = store.ask_new_passkey(bob, "bob", &party()).await.unwrap();
        let again = key.make(&asked);
        assert!(!store.keep_passkey(bob, &asked.id, &again, "Key", &party()).await.unwrap());

        let asked = store.ask_passkey(None, &party()).await.unwrap();
        let signed = key.sign(&asked);
        let whole = begun(store.sign_in_by_passkey(&asked.id, &signed, &party(), &here).await.unwrap());
        assert_eq!((whole.session.person, whole.session.stage), (Some(ann), Stage::Whole));
        assert_eq!(whole.session.factors, [Factor::Passkey]);
        assert_eq!(
            store.sign_in_by_passkey(&asked.id, &signed, &party(), &here).await.unwrap(),
            SignIn::Wrong
        );
        // One that is past its time, and one that was for showing again who one is.
        let late = store.ask_passkey(None, &party()).await.unwrap();
        base.run("UPDATE account_challenge SET expires_at = 1").await;
        let signed = key.sign(&late);
        assert_eq!(
            store.sign_in_by_passkey(&late.id, &signed, &party(), &here).await.unwrap(),
            SignIn::Wrong
        );
        let own = store.ask_passkey(Some(ann), &party()).await.unwrap();
        assert_eq!(own.options["allowCredentials"][0]["id"], key.credential().as_str());
        let signed = key.sign(&own);
        assert_eq!(store.sign_in_by_passkey(&own.id, &signed, &party(), &here).await.unwrap(), SignIn::Wrong);
        let own = store.ask_passkey(Some(ann), &party()).await.unwrap();
        let signed = key.sign(&own);
        let again =
            store.show_again_by_passkey(&whole.secret, &own.id, &signed, &party(), &here).await.unwrap();
        let again = begun(again);
        assert_eq!(store.session_of(&whole.secret).await.unwrap(), None);
        // Another's key shows nothing of ann, and a copy of hers that counts from the beginning neither.
        let own = store.ask_passkey(Some(ann), &party()).await.unwrap();
        let signed = Authenticator::new(8).sign(&own);
        let came =
            store.show_again_by_passkey(&again.secret, &own.id, &signed, &party(), &here).await.unwrap();
        assert_eq!(came, SignIn::Wrong);
        let asked = store.ask_passkey(None, &party()).await.unwrap();
        let copied = Authenticator::new(7).sign(&asked);
        assert_eq!(
            store.sign_in_by_passkey(&asked.id, &copied, &party(), &here).await.unwrap(),
            SignIn::Wrong
        );
        // A locked account, and a key that was removed.
        store.lock_account(ann).await.unwrap();
        let asked = store.ask_passkey(None, &party()).await.unwrap();
        let signed = key.sign(&asked);
        assert_eq!(
            store.sign_in_by_passkey(&asked.id, &signed, &party(), &here).await.unwrap(),
            SignIn::Locked
        );
        store.unlock_account(ann).await.unwrap();
        let id = store.passkeys(ann).await.unwrap()[0].id.clone();
        assert!(
            store.name_passkey(ann, &id, "Office").await.unwrap()
                && !store.name_passkey(bob, &id, "Mine").await.unwrap()
        );
        assert!(store.remove_passkey(ann, &id).await.unwrap());
        let asked = store.ask_passkey(None, &party()).await.unwrap();
        let signed = key.sign(&asked);
        assert_eq!(
            store.sign_in_by_passkey(&asked.id, &signed, &party(), &here).await.unwrap(),
            SignIn::Wrong
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_erased_has_no_account_left() {
    for base in each_database().await {
        let store = base.make().await;
        common::name_organization(&store).await;
        let ann = ann(&store).await;
        codes(&store, ann).await;
        let session = begun(sign_in(&store, "ann archer", PASSPHRASE, &visit("192.0.2.1")).await).secret;
        let body = json!({ "scope": { "is": "person", "person": ann.to_string() }, "authority": "Data protection officer", "reason": "Asked for" });
        give(&store, None, "record.erase", body).await;
        assert!(store.record(Key::of(ann)).await.unwrap().is_none());
        assert_eq!(store.account(ann).await.unwrap(), None);
        assert_eq!(store.session_of(&session).await.unwrap(), None);
        assert_eq!(sign_in(&store, "ann archer", PASSPHRASE, &visit("192.0.2.1")).await, SignIn::Wrong);
    }
}
