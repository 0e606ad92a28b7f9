use serde_json::json;

use super::*;

fn read(name: &str, bytes: &[u8]) -> Result<Option<Technical>, Unreadable> {
    let (kind, _) = crate::sniff(name, bytes);
    technical(kind, bytes, &Limits::default())
}

fn read_well(name: &str, text: &str) -> Technical {
    read(name, text.as_bytes()).unwrap().unwrap()
}

/// Check, weight, outcome, target, place and date of each.
fn rows(technical: &Technical) -> Vec<(&str, &str, &str, &str, &str, &str)> {
    let row = |one: &'static Reported| {
        (
            one.check.as_str(),
            one.weight.word(),
            one.came.word(),
            one.target.as_str(),
            one.place.as_str(),
            one.since.as_deref().unwrap_or_default(),
        )
    };
    // The texts live as long as the test.
    let held: &'static [Reported] = Vec::leak(technical.reported.clone());
    held.iter().map(row).collect()
}

#[test]
fn sarif_weighs_by_the_score_and_else_by_the_level() {
    let text = json!({
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "Linty", "semanticVersion": "3.1", "rules": [
                { "id": "R1", "shortDescription": { "text": "Query built from input" }, "properties": { "security-severity": "9.1" } },
                { "id": "R2", "name": "WeakHash", "defaultConfiguration": { "level": "note" } },
            ] } },
            "invocations": [{ "startTimeUtc": "2026-09-14T07:00:00Z", "endTimeUtc": "2026-09-14T07:05:00Z" }],
            "results": [
                { "ruleId": "R1", "message": { "text": "here" }, "locations": [{ "physicalLocation": {
                    "artifactLocation": { "uri": "src/db.py" }, "region": { "startLine": 41 } } }],
                  "provenance": { "firstDetectionTimeUtc": "2026-01-02T00:00:00Z" } },
                { "ruleIndex": 1, "message": { "text": "md5" } },
                { "ruleId": "R3", "level": "error", "message": { "text": "unknown rule" } },
                { "ruleId": "R2", "kind": "pass", "message": { "text": "fine" } },
                { "ruleId": "R1", "suppressions": [{ "kind": "inSource" }], "message": { "text": "put aside" } },
                { "ruleId": "R1", "suppressions": [{ "kind": "external", "status": "rejected" }], "message": { "text": "not put aside" } },
            ],
        }],
    });
    let technical = read_well("scan.sarif", &text.to_string());
    assert_eq!(technical.tools, ["Linty 3.1"]);
    assert_eq!(technical.made.as_deref(), Some("2026-09-14T07:05:00Z"));
    assert_eq!(
        rows(&technical),
        [
            ("R1", "critical", "failed", "src/db.py", "41", "2026-01-02"),
            ("R2", "low", "failed", "", "", ""),
            ("R3", "high", "failed", "", "", ""),
            ("R2", "low", "passed", "", "", ""),
            ("R1", "critical", "neither", "", "", ""),
            ("R1", "critical", "failed", "", "", ""),
        ]
    );
    assert_eq!(technical.reported[0].title, "Query built from input");
    assert_eq!(technical.reported[0].said, "9.1");
    assert_eq!(technical.tallies()[&Weight::Critical], Tally { failed: 2, passed: 0, neither: 1 });
}

#[test]
fn nessus_reads_vulnerabilities_and_compliance() {
    let text = r#"<?xml version="1.0" ?>
<NessusClientData_v2><Report name="Office">
<ReportHost name="10.0.0.7"><HostProperties><tag name="HOST_END">Mon Sep 14 08:00:00 2026</tag><tag name="os">Linux</tag></HostProperties>
<ReportItem port="443" svc_name="www" protocol="tcp" severity="3" pluginID="12345" pluginName="Old TLS &amp; weak" pluginFamily="General">
<vuln_publication_date>2024/02/29</vuln_publication_date></ReportItem>
<ReportItem port="0" svc_name="general" protocol="tcp" severity="0" pluginID="19506" pluginName="Scan information"/>
<ReportItem port="0" protocol="tcp" severity="3" pluginID="21157" pluginName="Unix compliance" xmlns:cm="http://www.nessus.org/cm">
<cm:compliance-check-name>5.2.1 Root login over SSH</cm:compliance-check-name><cm:compliance-result>FAILED</cm:compliance-result></ReportItem>
<ReportItem port="0" protocol="tcp" severity="0" pluginID="21157" pluginName="Unix compliance" xmlns:cm="http://www.nessus.org/cm">
<cm:compliance-result>PASSED</cm:compliance-result></ReportItem>
</ReportHost></Report></NessusClientData_v2>"#;
    let technical = read_well("office.nessus", text);
    assert_eq!(technical.made.as_deref(), Some("Mon Sep 14 08:00:00 2026"));
    // An element that is empty ends with itself: its item is not lost, nor does it take in the next.
    assert_eq!(
        rows(&technical),
        [
            ("12345", "high", "failed", "10.0.0.7", "443/tcp", "2024-02-29"),
            ("19506", "information", "neither", "10.0.0.7", "", ""),
            ("21157", "high", "failed", "10.0.0.7", "", ""),
            ("21157", "information", "passed", "10.0.0.7", "", ""),
        ]
    );
    assert_eq!(technical.reported[0].title, "Old TLS & weak");
    assert_eq!(technical.reported[2].title, "5.2.1 Root login over SSH");
}

#[test]
fn xccdf_takes_titles_and_weights_from_the_rules_and_leaves_out_what_was_not_chosen() {
    let text = r#"<arf:asset-report-collection xmlns:arf="a" xmlns:x="b">
<arf:content><x:Benchmark><x:Group><x:title>Group</x:title>
<x:Rule id="rule_ssh" severity="high"><x:title>SSH is hardened</x:title><x:reference><x:title>Other</x:title></x:reference></x:Rule></x:Group></x:Benchmark></arf:content>
<arf:content><TestResult test-system="cpe:/a:tool:1" start-time="2026-09-14T07:00:00" end-time="2026-09-14T07:10:00">
<target>web-1</target><target-address>10.0.0.8</target-address>
<rule-result idref="rule_ssh"><result>fail</result></rule-result>
<rule-result idref="rule_log" severity="low"><result>pass</result></rule-result>
<rule-result idref="rule_x" severity="medium"><result>notapplicable</result></rule-result>
<rule-result idref="rule_y" severity="medium"><result>notselected</result></rule-result>
</TestResult></arf:content></arf:asset-report-collection>"#;
    let technical = read_well("arf.xml", text);
    assert_eq!(technical.format, TechnicalFormat::Xccdf);
    assert_eq!(technical.made.as_deref(), Some("2026-09-14T07:10:00"));
    assert_eq!(
        rows(&technical),
        [
            ("rule_ssh", "high", "failed", "web-1", "", ""),
            ("rule_log", "low", "passed", "web-1", "", ""),
            ("rule_x", "medium", "neither", "web-1", "", ""),
        ]
    );
    assert_eq!(technical.reported[0].title, "SSH is hardened");
}

#[test]
fn ocsf_is_read_as_a_list_and_line_by_line_and_a_vulnerability_each() {
    let one = json!({ "class_uid": 2004, "severity_id": 4, "severity": "High", "status_code": "FAIL", "status_id": 1, "time": 1_790_000_000,
        "metadata": { "event_code": "s3_public", "product": { "name": "Prowler", "version": "5.0" } },
        "finding_info": { "uid": "u-1", "title": "Bucket is public", "created_time": 1_790_000_000_000_i64 },
        "resources": [{ "uid": "arn:aws:s3:::b", "region": "eu-central-1" }] });
    let two = json!({ "class_uid": 2002, "severity_id": 99, "finding_info": { "uid": "u-2", "title": "Host" },
        "vulnerabilities": [{ "cve": { "uid": "CVE-2026-0001" }, "severity": "Critical", "first_seen_time_dt": "2026-03-01T00:00:00Z" },
            { "title": "Unnamed", "severity": "Odd" }] });
    let three = json!({ "class_uid": 2003, "severity_id": 2, "compliance": { "control": "CIS 1.1", "status_id": 1 } });
    let four = json!({ "class_uid": 2001, "severity_id": 5, "status_id": 4, "finding": { "uid": "u-4", "title": "Old form" } });
    let all = [one, two, three, four];
    let expected = [
        ("s3_public", "high", "failed", "arn:aws:s3:::b", "eu-central-1", "2026-09-21"),
        ("CVE-2026-0001", "critical", "failed", "", "", "2026-03-01"),
        ("u-2", "unknown", "failed", "", "", ""),
        ("CIS 1.1", "low", "passed", "", "", ""),
        ("u-4", "critical", "neither", "", "", ""),
    ];
    let listed = read_well("all.ocsf.json", &json!(all).to_string());
    assert_eq!((rows(&listed), listed.tools.clone()), (expected.to_vec(), vec!["Prowler 5.0".to_owned()]));
    let lines: Vec<String> = all.iter().map(ToString::to_string).collect();
    assert_eq!(read_well("all.jsonl", &lines.join("\n")), listed);
}

#[test]
fn prowler_reads_its_json_and_its_csv_alike() {
    let json = json!([{ "CheckID": "iam_mfa", "CheckTitle": "Root has MFA", "Status": "FAIL", "Severity": "critical",
        "ResourceArn": "arn:root", "Region": "us-east-1", "AssessmentStartTime": "2026-09-14T07:00:00" },
        { "CheckID": "iam_keys", "CheckTitle": "No keys", "Status": "PASS", "Severity": "low", "ResourceId": "root" }]);
    let from_json = read_well("prowler.json", &json.to_string());
    let csv = "AUTH_METHOD;TIMESTAMP;CHECK_ID;CHECK_TITLE;STATUS;MUTED;SEVERITY;RESOURCE_UID;REGION\n\
               x;2026-09-14 07:00:00;iam_mfa;Root has MFA;FAIL;False;critical;arn:root;us-east-1\n\
               x;2026-09-14 07:00:00;iam_keys;No keys;PASS;False;low;root;\n\
               x;2026-09-14 07:00:00;iam_old;Muted;FAIL;True;high;root;\n";
    let from_csv = read_well("prowler.csv", csv);
    assert_eq!(rows(&from_json), rows(&from_csv)[..2]);
    assert_eq!(rows(&from_csv)[2], ("iam_old", "high", "neither", "root", "", ""));
    assert_eq!(rows(&from_json)[0], ("iam_mfa", "critical", "failed", "arn:root", "us-east-1", ""));
}

#[test]
fn defect_dojo_puts_aside_what_it_says_is_no_defect() {
    let findings = json!([
        { "id": 7, "title": "XSS", "severity": "High", "date": "2026-05-01", "active": true, "cwe": 79, "file_path": "a.js", "line": 3 },
        { "id": 8, "title": "Accepted", "severity": "Low", "date": "2026-05-01", "active": true, "risk_accepted": true, "cwe": 0 },
        { "id": 9, "title": "Mended", "severity": "Info", "active": false, "is_mitigated": true, "component_name": "lib" },
    ]);
    let listed = read_well("dojo.json", &json!({ "count": 3, "results": findings }).to_string());
    assert_eq!(
        rows(&listed),
        [
            ("CWE-79", "high", "failed", "a.js", "a.js:3", "2026-05-01"),
            ("8", "low", "neither", "", "", "2026-05-01"),
            ("9", "information", "neither", "lib", "", ""),
        ]
    );
    assert_eq!(read_well("generic.json", &json!({ "findings": findings }).to_string()), listed);
}

#[test]
fn what_is_none_of_these_is_nothing_and_what_is_broken_says_so() {
    for (name, text) in [
        ("a.json", "{\"a\": 1}"),
        ("a.json", "[1, 2]"),
        ("a.json", "[]"),
        ("a.txt", "runs and results"),
        ("a.csv", "Control,Necessary\nA.5.1,yes\n"),
        ("a.xml", "<feed><entry/></feed>"),
        ("a.html", "<html><body>TestResult</body></html>"),
        ("a.md", ""),
    ] {
        assert_eq!(read(name, text.as_bytes()), Ok(None), "{name} {text}");
    }
    assert_eq!(read("a.png", b"\x89PNG\r\n\x1a\n{\"runs\":[]}"), Ok(None));
    for (name, text) in [
        ("a.sarif", "{\"runs\": 1}".to_owned()),
        ("a.nessus", "<NessusClientData_v2><Report></Nessus>".to_owned()),
        ("a.nessus", "<!DOCTYPE a [<!ENTITY b \"c\">]><NessusClientData_v2/>".to_owned()),
        ("a.xml", format!("<TestResult>{}", "<a>".repeat(400))),
        ("a.json", format!("{{\"class_uid\":1,\"vulnerabilities\":{}", "[".repeat(100_000))),
    ] {
        let came = read(name, text.as_bytes());
        assert!(matches!(came, Err(_) | Ok(None)), "{name}: {came:?}");
    }
    assert!(matches!(
        read("a.xml", format!("<TestResult>{}", "<a>".repeat(400)).as_bytes()),
        Err(Unreadable::TooDeep { .. })
    ));
}

#[test]
fn it_is_a_table_that_a_sample_is_drawn_from_and_beyond_the_bound_is_counted() {
    let findings: Vec<_> =
        (0..5).map(|n| json!({ "id": n, "title": "=1+1\nnext\u{7}", "severity": "High" })).collect();
    let text = json!({ "findings": findings }).to_string();
    let limits = Limits { sheet_rows_max: 4, ..Limits::default() };
    let technical = technical(DocumentKind::PlainText, text.as_bytes(), &limits).unwrap().unwrap();
    assert_eq!((technical.reported.len(), technical.left_out), (3, 2));
    let (table, problems) =
        crate::table(DocumentKind::PlainText, text.as_bytes(), &Limits::default()).unwrap();
    let rows = &table.sheets[0].rows;
    assert_eq!(rows.len(), 6);
    assert_eq!((rows[0].cell(1), rows[5].cell(1), rows[5].cell(3)), ("number", "5", "=1+1 next"));
    assert!(problems.iter().any(|problem| problem.what.contains("formula")), "{problems:?}");
}

#[test]
fn texts_are_cut_at_a_letter() {
    let long = cut(&"ä".repeat(5_000));
    assert_eq!(long.chars().count(), TEXT_CHARS_MAX + 1);
    assert_eq!(cut(" a \u{0} b\r\n"), "a b");
}
