//! OSCAL profiles, resolved after NIST's specification: imports, merge and modify.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    dead_code,
    reason = "a test that meets what it did not expect fails"
)]

mod house;

use assize_catalogue::format::{Import, Strictness, import_oscal};
use house::words;
use proptest::prelude::*;
use serde_json::{Value, json};

const WHEN: &str = "2026-01-02T03:04:05Z";

fn metadata(title: &str) -> Value {
    json!({ "title": title, "last-modified": WHEN, "version": "1", "oscal-version": "1.2.0",
        "parties": [{ "uuid": "6c5b1a4e-3a0e-4c58-9d4e-222222222222", "type": "organization", "name": "Yard masters" }] })
}

/// Gates: a group with a control in a control.
fn gates() -> Value {
    json!({ "catalog": { "uuid": "6c5b1a4e-3a0e-4c58-9d4e-111111111111", "metadata": metadata("Gates"), "groups": [{
        "id": "gt", "title": "Gates", "controls": [
            { "id": "gt-1", "title": "Gate book", "params": [{ "id": "gt-1_prm", "label": "days" }],
              "props": [{ "name": "label", "value": "GT-1" }],
              "parts": [{ "id": "gt-1_smt", "name": "statement", "prose": "Write each cart down.",
                  "parts": [{ "id": "gt-1_smt.a", "name": "item", "prose": "By night too." }] }],
              "controls": [{ "id": "gt-1.1", "title": "Night carts" }] },
            { "id": "gt-2", "title": "Gate keys" },
        ],
    }] } })
}

/// Walls: a group of the same id, and a control of the same id that is not the same.
fn walls() -> Value {
    json!({ "catalog": { "uuid": "6c5b1a4e-3a0e-4c58-9d4e-555555555555", "metadata": metadata("Walls"), "groups": [{
        "id": "gt", "title": "Gates in walls", "controls": [
            { "id": "gt-2", "title": "Keys of gates in walls",
              "props": [{ "name": "place", "ns": "urn:assize:oscal:1", "value": "wall" }] },
            { "id": "gt-3", "title": "Wall gates" },
        ],
    }], "controls": [{ "id": "wl-1", "title": "Walls" }] } })
}

fn profile(imports: &[Value], more: &Value) -> Value {
    let mut profile = json!({ "uuid": "6c5b1a4e-3a0e-4c58-9d4e-444444444444", "metadata": metadata("Small yard"),
        "imports": imports });
    for (key, value) in more.as_object().unwrap() {
        profile[key] = value.clone();
    }
    json!({ "profile": profile })
}

fn import(profile: &Value, files: &[(&str, &Value)], strictness: Strictness) -> Import {
    let texts: Vec<(&str, String)> = files.iter().map(|(name, file)| (*name, file.to_string())).collect();
    let files: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    import_oscal("small.json", &profile.to_string(), &files, strictness, None)
}

/// What the imports of both catalogs come to: each requirement with its parent.
fn rows(imports: &[Value], more: Value) -> Vec<String> {
    let profile = profile(imports, &more);
    let imported =
        import(&profile, &[("x/gates.json", &gates()), ("x/walls.json", &walls())], Strictness::Strict);
    assert_eq!(imported.problems, [], "{}", words(&imported.problems));
    let set = imported.catalogue.criteria(&"Small yard 1".parse().unwrap()).unwrap();
    let row = |one: &assize_catalogue::Requirement| match &one.parent {
        Some(parent) => format!("{parent} > {}", one.id),
        None => one.id.to_string(),
    };
    set.requirements().map(row).collect()
}

fn all_of(file: &str) -> Value {
    json!({ "href": format!("https://example.org/a/{file}"), "include-all": {} })
}

fn of(file: &str, selects: &[Value]) -> Value {
    json!({ "href": file, "include-controls": selects })
}

fn ids(ids: &[&str]) -> Value {
    json!({ "with-ids": ids })
}

fn as_is() -> Value {
    json!({ "merge": { "as-is": true } })
}

#[test]
fn an_import_selects_controls() {
    let one = |import: Value| rows(&[import], as_is());
    assert_eq!(one(all_of("gates.json")), ["gt > GT-1", "gt", "GT-1 > gt-1.1", "gt > gt-2"]);
    assert_eq!(one(of("gates.json", &[ids(&["gt-2"])])), ["gt", "gt > gt-2"]);
    assert_eq!(
        one(of("gates.json", &[ids(&["gt-1.1"])])),
        ["gt", "gt > gt-1.1"],
        "a control goes to where the one that it lay in was"
    );
    let with_children = json!({ "with-ids": ["gt-1"], "with-child-controls": "yes" });
    assert_eq!(one(of("gates.json", &[with_children])), ["gt > GT-1", "gt", "GT-1 > gt-1.1"]);
    let mut excluding = of("gates.json", &[json!({ "matching": [{ "pattern": "gt-?" }] })]);
    excluding["exclude-controls"] = json!([ids(&["gt-1"])]);
    assert_eq!(one(excluding), ["gt", "gt > gt-2"]);
    let by_resource = json!({ "back-matter": { "resources": [{ "uuid": "u-1", "rlinks": [{ "href": "b/walls.json" }] }] } });
    let import = json!({ "href": "#u-1", "include-controls": [ids(&["wl-1"])] });
    assert_eq!(rows(&[import], by_resource), ["wl-1"]);
}

#[test]
fn several_imports_are_flat_unless_the_profile_says_otherwise() {
    let imports = [
        of("gates.json", &[json!({ "matching": [{ "pattern": "gt-1*" }] })]),
        of("walls.json", &[ids(&["wl-1", "gt-3"])]),
    ];
    let flat = ["GT-1", "gt-1.1", "gt-3", "wl-1"];
    assert_eq!(rows(&imports, json!({})), flat);
    assert_eq!(rows(&imports, json!({ "merge": { "flat": {} } })), flat);
    let joined = ["gt > GT-1", "gt", "GT-1 > gt-1.1", "gt > gt-3", "wl-1"];
    assert_eq!(rows(&imports, as_is()), joined, "groups of one id are one");
}

#[test]
fn a_control_that_two_imports_select_is_combined_as_the_profile_says() {
    let twice = [of("gates.json", &[ids(&["gt-2"])]), of("walls.json", &[ids(&["gt-2"])])];
    let files = [("gates.json", &gates()), ("walls.json", &walls())];
    let combined = |method: &str| {
        let profile = profile(&twice, &json!({ "merge": { "combine": { "method": method } } }));
        import(&profile, &files, Strictness::Strict)
    };
    let keys = |imported: &Import| {
        assert_eq!(imported.problems, [], "{}", words(&imported.problems));
        let set = imported.catalogue.criteria(&"Small yard 1".parse().unwrap()).unwrap();
        let found = set.requirement(&"gt-2".parse().unwrap()).unwrap();
        (found.title.clone(), found.attributes.len())
    };
    assert_eq!(keys(&combined("use-first")), ("Gate keys".to_owned(), 0));
    let merged = combined("merge");
    assert_eq!(keys(&merged), ("Gate keys".to_owned(), 1), "the attribute comes from the second");
    assert!(words(&merged.remarks).contains("/profile/merge: `gt-2` was put together of 2 controls"));
    for kept in [combined("keep"), import(&profile(&twice, &json!({})), &files, Strictness::Lenient)] {
        assert!(
            words(&kept.problems).contains("`gt-2` is selected more than once"),
            "{}",
            words(&kept.problems)
        );
    }
    assert!(words(&combined("mix").problems).contains("/profile/merge/combine/method: `mix` is no way"));
    // What is the same is the same, whoever selects it.
    assert_eq!(
        rows(&[of("gates.json", &[ids(&["gt-2"])]), all_of("gates.json")], json!({})),
        ["GT-1", "gt-1.1", "gt-2"]
    );
}

#[test]
fn a_custom_merge_arranges_the_controls_in_its_own_groups() {
    let custom = json!({ "merge": { "combine": { "method": "use-first" }, "custom": {
        "groups": [{ "id": "in", "title": "Going in",
            "groups": [{ "id": "keys", "title": "Keys", "insert-controls": [{ "include-controls": [ids(&["gt-2"])] }] }],
            "insert-controls": [{ "order": "descending", "include-controls": [json!({ "with-ids": ["gt-1"], "with-child-controls": "yes" })] }] }],
        "insert-controls": [{ "include-controls": [ids(&["wl-1"])] }],
    } } });
    let imports = [all_of("gates.json"), all_of("walls.json")];
    assert_eq!(
        rows(&imports, custom.clone()),
        ["in > GT-1", "GT-1 > gt-1.1", "keys > gt-2", "in", "in > keys", "wl-1"]
    );
    let files = [("gates.json", &gates()), ("walls.json", &walls())];
    let imported = import(&profile(&imports, &custom), &files, Strictness::Strict);
    let said = words(&imported.remarks);
    assert!(
        said.contains(
            "/profile/merge/custom: inserts 1 selected controls nowhere, which are left out: `gt-3`"
        ),
        "{said}"
    );
    let mut twice = custom;
    twice["merge"]["custom"]["insert-controls"] = json!([{ "order": "random", "include-all": {} }]);
    let refused = words(&import(&profile(&imports, &twice), &files, Strictness::Strict).problems);
    assert!(
        refused
            .contains("/profile/merge/custom/insert-controls/0: inserts `gt-1`, which was inserted before"),
        "{refused}"
    );
    assert!(refused.contains("insert-controls/0/order: `random` is no order"), "{refused}");
}

#[test]
fn alters_change_the_controls_that_are_selected() {
    let alters = json!([
        { "control-id": "gt-1", "removes": [{ "by-name": "label" }], "adds": [
            { "position": "starting", "title": "Book of the gate", "props": [{ "name": "label", "value": "G1" }] },
            { "by-id": "gt-1_smt.a", "position": "after", "parts": [{ "name": "item", "prose": "By fog too." }] },
            { "by-id": "gt-1_prm", "props": [{ "name": "unit", "value": "days" }] },
        ] },
        { "control-id": "gt-2", "adds": [{ "props": [{ "name": "place", "ns": "urn:assize:oscal:1", "value": "north" }] }] },
        { "control-id": "gt-2", "removes": [{ "by-item-name": "part" }] },
    ]);
    let modify = json!({ "modify": { "set-parameters": [{ "param-id": "gt-1_prm", "values": ["3"] }], "alters": alters } });
    let imported =
        import(&profile(&[all_of("gates.json")], &modify), &[("gates.json", &gates())], Strictness::Strict);
    assert_eq!(imported.problems, [], "{}", words(&imported.problems));
    let set = imported.catalogue.criteria(&"Small yard 1".parse().unwrap()).unwrap();
    assert_eq!(set.requirement(&"G1".parse().unwrap()).unwrap().title, "Book of the gate");
    assert_eq!(set.requirement(&"gt-2".parse().unwrap()).unwrap().attributes["place"], ["north"]);
    let said = words(&imported.remarks);
    assert!(said.contains("/profile/modify/set-parameters/0: sets the parameter `gt-1_prm`"), "{said}");
    assert!(said.contains("/profile/modify/alters/2/removes/0: removes nothing"), "{said}");
}

#[test]
fn what_cannot_be_changed_or_selected_is_named_by_its_path() {
    let cases: &[(Value, Value, &str)] = &[
        (
            of("gates.json", &[ids(&["gt-9"])]),
            json!({}),
            "small.json: /profile/imports/0: names `gt-9`, which is not in `gates.json`",
        ),
        (json!({ "href": "gates.json" }), json!({}), "/profile/imports/0: includes nothing"),
        (all_of("gates.json"), json!({ "merge": 3 }), "/profile/merge: is no object"),
        (
            all_of("gates.json"),
            json!({ "modify": { "alters": [{ "control-id": "gt-9" }] } }),
            "/profile/modify/alters/0: alters `gt-9`, which is not selected",
        ),
        (
            all_of("gates.json"),
            json!({ "modify": { "alters": [{ "control-id": "gt-1", "adds": [{ "by-id": "gt-8", "title": "x" }] }] } }),
            "/profile/modify/alters/0/adds/0: adds beside or in something that the control does not have",
        ),
        (
            all_of("gates.json"),
            json!({ "modify": { "set-parameters": [{ "param-id": "gt-9_prm" }] } }),
            "/profile/modify/set-parameters/0: sets `gt-9_prm`, which no selected control has",
        ),
        (
            all_of("gates.json"),
            json!({ "modify": { "alters": [{ "control-id": "gt-2", "adds": [{ "props": [{ "name": "label" }] }] }] } }),
            "/resolved/controls/2/props/0/value: is missing",
        ),
    ];
    for (selects, more, expected) in cases {
        let refused = import(
            &profile(std::slice::from_ref(selects), more),
            &[("gates.json", &gates())],
            Strictness::Strict,
        );
        assert!(words(&refused.problems).contains(expected), "{expected}\n{}", words(&refused.problems));
    }
    let absent = profile(&[json!({ "href": "#none", "include-all": {} })], &json!({}));
    let refused = import(&absent, &[("a", &gates()), ("b", &walls())], Strictness::Lenient);
    assert!(
        words(&refused.problems)
            .contains("/profile/imports/0/href: selects from `#none`, which is not at hand")
    );
    // What is wrong in a catalog is named in its own file.
    let mut gates = gates();
    gates["catalog"]["groups"][0]["colour"] = json!("red");
    let refused =
        import(&profile(&[all_of("gates.json")], &json!({})), &[("gates.json", &gates)], Strictness::Strict);
    assert!(
        words(&refused.problems).contains("gates.json: /catalog/groups/0/colour: is not known"),
        "{}",
        words(&refused.problems)
    );
}

#[test]
fn what_an_alteration_cannot_do_is_said_and_nothing_else_is_done_for_it() {
    let cases = [
        (json!({ "removes": [{ "by-name": 5 }] }), "/removes/0: does not say in texts what is removed"),
        (json!({ "adds": [{ "position": "aside", "title": "x" }] }), "/adds/0/position: is no position"),
        (json!({ "adds": [{ "by-id": 7, "title": "x" }] }), "/adds/0/by-id: is no text"),
        (json!({ "adds": [{ "props": "label" }] }), "/adds/0/props: is no list"),
        (
            json!({ "adds": [{ "position": "after", "by-id": "gt-1_smt", "parts": [{ "name": "x" }],
                "props": [{ "name": "y", "value": "z" }] }] }),
            "/adds/0/props: is left out",
        ),
    ];
    let plain = import(
        &profile(&[all_of("gates.json")], &json!({})),
        &[("gates.json", &gates())],
        Strictness::Strict,
    );
    for (mut alter, expected) in cases {
        alter["control-id"] = json!("gt-1");
        let more = json!({ "modify": { "alters": [alter] } });
        let altered = profile(&[all_of("gates.json")], &more);
        let strict = import(&altered, &[("gates.json", &gates())], Strictness::Strict);
        assert!(words(&strict.problems).contains(expected), "{expected}\n{}", words(&strict.problems));
        let lenient = import(&altered, &[("gates.json", &gates())], Strictness::Lenient);
        assert!(words(&lenient.remarks).contains(expected), "{expected}\n{}", words(&lenient.remarks));
        let sets = |import: &Import| import.catalogue.sets().next().unwrap().requirements().len();
        assert_eq!(sets(&lenient), sets(&plain));
    }
}

#[test]
fn a_profile_may_import_profiles_but_not_itself() {
    let inner = profile(&[of("gates.json", &[ids(&["gt-1", "gt-2"])])], &as_is());
    let outer = profile(&[of("inner.json", &[ids(&["gt-2"])])], &as_is());
    let imported = import(&outer, &[("gates.json", &gates()), ("inner.json", &inner)], Strictness::Strict);
    assert_eq!(imported.problems, [], "{}", words(&imported.problems));
    assert_eq!(imported.catalogue.sets().next().unwrap().requirements().len(), 2);
    let circle = profile(&[all_of("small.json")], &json!({}));
    let refused = import(&circle, &[("gates.json", &gates())], Strictness::Lenient);
    assert!(
        words(&refused.problems)
            .contains("imports `https://example.org/a/small.json`, which is being resolved itself")
    );
    let round = profile(&[all_of("b.json")], &json!({}));
    let back = profile(&[all_of("small.json")], &json!({}));
    let refused = import(&round, &[("b.json", &back), ("c.json", &gates())], Strictness::Lenient);
    assert!(
        words(&refused.problems).contains("b.json: /profile/imports/0/href: imports"),
        "{}",
        words(&refused.problems)
    );
}

#[test]
fn imports_that_double_at_each_step_come_to_an_end() {
    let names: Vec<String> = (0..40).map(|n| format!("p{n}.json")).collect();
    let twice = |to: &str| profile(&[all_of(to), all_of(to)], &json!({}));
    let mut files: Vec<(&str, Value)> = vec![("gates.json", gates())];
    for (n, name) in names.iter().enumerate() {
        let to = n.checked_sub(1).map_or("gates.json", |before| names[before].as_str());
        files.push((name, twice(to)));
    }
    let files: Vec<(&str, &Value)> = files.iter().map(|(name, file)| (*name, file)).collect();
    let refused = import(&twice("p39.json"), &files, Strictness::Lenient);
    assert!(words(&refused.problems).contains("is beyond 100 imports"), "{}", words(&refused.problems));
}

proptest! {
    #[test]
    fn whatever_profile_comes_is_resolved_or_refused(pointer in 0usize..200, value in prop::sample::select(vec!["null", "3", "\"\"", "[]", "{}", "[{}]", "{\"a\":[]}", "true", "[3]"])) {
        let alters = json!([{ "control-id": "gt-1", "removes": [{ "by-name": "label" }], "adds": [{ "by-id": "gt-1_smt", "position": "before", "parts": [{ "name": "x" }] }] }]);
        let custom = json!({ "groups": [{ "id": "in", "title": "In", "insert-controls": [{ "order": "ascending", "include-all": {} }] }] });
        let more = json!({ "merge": { "combine": { "method": "merge" }, "custom": custom }, "modify": { "set-parameters": [{ "param-id": "p" }], "alters": alters } });
        let whole = profile(&[all_of("gates.json"), of("walls.json", &[ids(&["wl-1"])])], &more).to_string();
        let places: Vec<usize> = whole.match_indices(':').map(|(at, _)| at + 1).collect();
        let at = places[pointer % places.len()];
        let text = format!("{}{value},\"z\":{}", &whole[..at], &whole[at..]);
        let (gates, walls) = (gates().to_string(), walls().to_string());
        for strictness in [Strictness::Strict, Strictness::Lenient] {
            let _ = import_oscal("p", &text, &[("gates.json", &gates), ("walls.json", &walls)], strictness, None);
        }
    }
}
