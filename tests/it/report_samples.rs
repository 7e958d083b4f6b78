//! Every sample report of the kinds that are read, against `expected.json`: counts and key fields, with a table of how
//! many match exactly.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use duluan::exchange::{Source, read};
use duluan::inbox::columns::Layouts;
use duluan::inbox::import::{NotAReport, Taken, Warning, take};
use duluan::inbox::model::{Band, ItemKind, NewReport, ReportKind, Tendency, Urgency, Verification};
use duluan::inbox::topics::{SHIPPED, TopicRecogniser};
use duluan::text::modern_tones;
use serde_json::Value;

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/samples")
}

fn expected() -> Value {
    serde_json::from_str(&std::fs::read_to_string(samples().join("expected.json")).unwrap()).unwrap()
}

fn taken(path: &str) -> Taken {
    let source = Source::open(&samples().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    let reading = read(&source, None).unwrap_or_else(|error| panic!("{path}: {error}"));
    take(&source, &reading, &TopicRecogniser::shipped(), &Layouts::new())
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// How many of each field match, and which do not.
#[derive(Default)]
struct Tally {
    fields: BTreeMap<&'static str, (usize, usize)>,
    misses: String,
    /// Texts are compared without case.
    without_case: bool,
}

impl Tally {
    fn check(&mut self, field: &'static str, place: &str, found: &str, expected: &str) {
        let entry = self.fields.entry(field).or_default();
        entry.1 += 1;
        let form = |text: &str| {
            let text = modern_tones(text);
            if self.without_case { text.to_lowercase() } else { text.into_owned() }
        };
        if form(found) == form(expected) {
            entry.0 += 1;
        } else {
            let _ = writeln!(self.misses, "{place}: {field}: found {found:?}, expected {expected:?}");
        }
    }

    fn finish(self) {
        for (field, (right, all)) in &self.fields {
            println!("{field:<14} {right:>4} of {all:>4}");
        }
        assert!(self.misses.is_empty(), "\n{}", self.misses);
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn code(id: uuid::Uuid) -> &'static str {
    SHIPPED.iter().find(|topic| topic.id() == id).map_or("?", |topic| topic.code)
}

/// The set's words for bands and tendencies as the program's (product terms: `tán thành` counts as agreement, `phản đối` as
/// disagreement, `cá biệt` as the smallest band).
fn band(word: &str) -> &'static str {
    match word {
        "tuyệt đại đa số" => Band::Overwhelming.id(),
        "đa số" => Band::Majority.id(),
        "nhiều ý kiến" => Band::Many.id(),
        "một số ý kiến" => Band::Some.id(),
        "cá biệt" => Band::Few.id(),
        other => panic!("{other}"),
    }
}

fn tendency(word: &str) -> &'static str {
    match word {
        "tán thành" => Tendency::Agree.id(),
        "phản đối" => Tendency::Disagree.id(),
        "băn khoăn" => Tendency::Worry.id(),
        other => panic!("{other}"),
    }
}

fn urgency(word: &str) -> &'static str {
    match word {
        "thường" => Urgency::Normal.id(),
        "khẩn" => Urgency::Urgent.id(),
        "thượng khẩn" => Urgency::VeryUrgent.id(),
        "hỏa tốc" => Urgency::Flash.id(),
        other => panic!("{other}"),
    }
}

fn kind(word: &str) -> &'static str {
    match word {
        "báo cáo định kỳ" => ReportKind::Periodic.id(),
        "báo cáo nhanh" => ReportKind::Quick.id(),
        "báo cáo chuyên đề" => ReportKind::Thematic.id(),
        "báo cáo đột xuất" => ReportKind::AdHoc.id(),
        "phản ánh" => ReportKind::Feedback.id(),
        "phản ánh qua thư điện tử" => ReportKind::Mail.id(),
        other => panic!("{other}"),
    }
}

/// Streams, topics, urgency, unit, reporter and the rumour axis: what every record of the set says.
fn check_common(tally: &mut Tally, place: &str, report: &NewReport, expected: &Value) {
    tally.check("unit", place, &report.unit_name, &text(&expected["unit"]));
    tally.check("reporter", place, &report.submitter_name, &text(&expected["reporter"]));
    tally.check("urgency", place, report.urgency.id(), urgency(&text(&expected["urgency"])));
    let mut topics: Vec<&str> = Vec::new();
    for topic in report.items.iter().flat_map(|item| &item.topics) {
        if !topics.contains(&code(*topic)) {
            topics.push(code(*topic));
        }
    }
    let wanted: Vec<String> = expected["topics"].as_array().unwrap().iter().map(text).collect();
    tally.check("topics", place, &topics.join(" "), &wanted.join(" "));
    let streams: Vec<String> = report
        .items
        .iter()
        .flat_map(|item| &item.streams)
        .map(|stream| {
            format!("{} {} {}", stream.topic.map_or("", code), stream.band.id(), stream.tendency.id())
        })
        .collect();
    let wanted: Vec<String> = expected["streams"]
        .as_array()
        .unwrap()
        .iter()
        .map(|stream| {
            format!(
                "{} {} {}",
                text(&stream["topic"]),
                band(&text(&stream["band"])),
                tendency(&text(&stream["tendency"]))
            )
        })
        .collect();
    for at in 0..streams.len().max(wanted.len()) {
        let of = |list: &[String]| list.get(at).cloned().unwrap_or_default();
        tally.check("streams", place, &of(&streams), &of(&wanted));
    }
    let flags: Vec<String> = expected["flags"].as_array().unwrap().iter().map(text).collect();
    let rumour = report.items.iter().find(|item| item.kind == ItemKind::Rumour);
    let found = rumour.map_or("none", |item| match item.verification {
        Verification::ConfirmedFalse | Verification::ConfirmedTrue => "verified",
        _ => "unverified",
    });
    let wanted =
        match (flags.iter().any(|flag| flag == "tin đồn"), flags.iter().any(|flag| flag == "đã xác minh"))
        {
            (false, _) => "none",
            (true, true) => "verified",
            (true, false) => "unverified",
        };
    tally.check("rumour", place, found, wanted);
}

/// The day the report bears; `received` for mails and logs.
fn check_date(tally: &mut Tally, place: &str, report: &NewReport, expected: &Value) {
    let day = report.received_at.map(|moment| moment.date().to_string()).unwrap_or_default();
    tally.check("received", place, &day, &text(&expected["date"]));
}

fn first_words(report: &NewReport) -> &str {
    if report.summary.is_empty() {
        report.items.first().map_or("", |item| &item.body)
    } else {
        &report.summary
    }
}

fn check_paper(tally: &mut Tally, place: &str, report: &NewReport, expected: &Value) {
    tally.check("kind", place, report.kind.id(), kind(&text(&expected["kind"])));
    tally.check("number", place, &report.document_number, &text(&expected["number"]));
    let day = report.document_date.map(|day| day.to_string()).unwrap_or_default();
    tally.check("date", place, &day, &text(&expected["date"]));
    tally.check("issuer", place, &report.issuer, &text(&expected["issuer"]));
    tally.check("title", place, &report.title, &text(&expected["title"]));
    let wanted = text(&expected["first_words"]);
    let found: String = first_words(report).chars().take(wanted.chars().count()).collect();
    tally.check("first_words", place, &found, &wanted);
}

fn whole(report: &NewReport) -> String {
    let mut whole = report.summary.clone();
    for item in &report.items {
        let _ = write!(whole, "\n{}\n{}\n{}\n{}", item.title, item.body, item.forecast, item.recommendation);
    }
    whole
}

fn check_contents(place: &str, report: &NewReport, expected: &Value) {
    let whole = whole(report);
    for (key, wanted) in [("must_contain", true), ("must_not_contain", false)] {
        if let Some(words) = expected[key].as_str() {
            assert_eq!(whole.contains(words), wanted, "{place}: {key} {words}");
        }
    }
    if let Some(address) = expected["must_not_fetch"].as_str() {
        assert!(!whole.contains(address), "{place}");
    }
}

fn ending(path: &str) -> String {
    Path::new(path).extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// TCVN3 has no capitals with tones: the set compares its texts without case.
fn without_case(expected: &Value) -> bool {
    text(&expected["encoding"]).starts_with("TCVN3")
}

#[test]
fn papers() {
    let mut tally = Tally::default();
    for (path, expected) in expected()["reports"].as_object().unwrap() {
        if !matches!(ending(path).as_str(), "docx" | "txt" | "rtf" | "doc") {
            continue;
        }
        tally.without_case = without_case(expected);
        let taken = taken(path);
        assert_eq!(taken.reports.len(), 1, "{path}");
        let flagged = expected["personal_data"].as_array().map_or(0, Vec::len);
        let found = taken.warnings.iter().find_map(|warning| match warning {
            Warning::PersonalData(count) => Some(*count),
            _ => None,
        });
        tally.check("personal data", path, &found.unwrap_or(0).to_string(), &flagged.to_string());
        let report = &taken.reports[0];
        check_paper(&mut tally, path, report, expected);
        check_common(&mut tally, path, report, expected);
        check_date(&mut tally, path, report, expected);
        check_contents(path, report, expected);
    }
    tally.finish();
}

#[test]
fn mails() {
    let mut tally = Tally::default();
    for (path, expected) in expected()["reports"].as_object().unwrap() {
        if ending(path) != "eml" {
            continue;
        }
        let taken = taken(path);
        assert_eq!(taken.reports.len(), 1, "{path}");
        assert_eq!(taken.reports[0].submitter_address, text(&expected["from_email"]), "{path}");
        let report = &taken.reports[0];
        check_common(&mut tally, path, report, expected);
        check_date(&mut tally, path, report, expected);
        check_contents(path, report, expected);
        assert_eq!(report.received_rule, "mail", "{path}");
        // The day and the sender are the mail's; the rest is the attached paper's.
        if let Some(paper) = expected.get("report") {
            check_paper(&mut tally, path, report, paper);
            let names: Vec<&str> = report.attachments.iter().map(|kept| kept.name.as_str()).collect();
            for attachment in expected["attachments"].as_array().unwrap() {
                assert!(names.contains(&text(&attachment["name"]).as_str()), "{path}: {names:?}");
            }
        } else {
            tally.check("kind", path, report.kind.id(), kind(&text(&expected["kind"])));
            tally.check("title", path, &report.title, &text(&expected["title"]));
            let wanted = text(&expected["first_words"]);
            let found: String = first_words(report).chars().take(wanted.chars().count()).collect();
            tally.check("first_words", path, &found, &wanted);
        }
    }
    tally.finish();
}

#[test]
fn mailbox() {
    let path = "reports/hopthu_thang10.mbox";
    let expected = &expected()["reports"][path];
    let taken = taken(path);
    // The mail that stands in it twice is known by its Message-ID when it is entered.
    let mut keys = Vec::new();
    let mut reports = taken.reports.iter().filter(|report| {
        let new = !keys.contains(&&report.source_key);
        keys.push(&report.source_key);
        new
    });
    let mut tally = Tally::default();
    let mails = expected["items"].as_array().unwrap();
    for mail in mails {
        let place = format!("mail {}", mail["index"]);
        let report = reports.next().unwrap();
        assert_eq!(format!("mail:{}", text(&mail["message_id"]).trim_matches(['<', '>'])), report.source_key);
        assert_eq!(report.submitter_address, text(&mail["from_email"]), "{place}");
        check_common(&mut tally, &place, report, mail);
        check_date(&mut tally, &place, report, mail);
        tally.check("kind", &place, report.kind.id(), kind(&text(&mail["kind"])));
        tally.check("title", &place, &report.title, &text(&mail["title"]));
        let wanted = text(&mail["first_words"]);
        let found: String = first_words(report).chars().take(wanted.chars().count()).collect();
        tally.check("first_words", &place, &found, &wanted);
        assert!(report.items.iter().all(|item| !item.body.contains('>')), "{place}");
    }
    assert_eq!((reports.count(), taken.reports.len()), (0, mails.len() + 1));
    let left_out: Vec<usize> = taken
        .warnings
        .iter()
        .filter_map(|warning| match warning {
            Warning::MailLeftOut(number, NotAReport::AutomaticMail) => Some(*number),
            _ => None,
        })
        .collect();
    assert_eq!(left_out, [7, 14, 22]);
    tally.finish();
}

#[test]
fn form_export() {
    let path = "reports/phieu_phan_anh_odk_export.csv";
    let expected = &expected()["reports"][path];
    let taken = taken(path);
    assert_eq!(taken.reports.len() as u64, expected["rows"].as_u64().unwrap());
    let mut tally = Tally::default();
    let rows = expected["items"].as_array().unwrap();
    for (report, row) in taken.reports.iter().zip(rows) {
        let place = format!("form {}", row["index"]);
        assert_eq!(report.source_key, format!("form:{}", text(&row["uuid"])), "{place}");
        check_common(&mut tally, &place, report, row);
        check_date(&mut tally, &place, report, row);
        let wanted = text(&row["title"]);
        let found: String = report.title.chars().take(wanted.chars().count()).collect();
        tally.check("title", &place, &found, &wanted);
    }
    // The form that came twice bears its identity twice.
    assert_eq!(taken.reports[24].source_key, taken.reports[10].source_key);
    tally.finish();
}

#[test]
fn log() {
    let path = "reports/So_theo_doi_phan_anh_2026.xlsx";
    let expected = &expected()["reports"][path];
    let taken = taken(path);
    let rows = expected["items"].as_array().unwrap();
    assert_eq!(taken.reports.len(), rows.len());
    let mut tally = Tally::default();
    for (report, expected) in taken.reports.iter().zip(rows) {
        let place = format!("row {}", expected["row"]);
        assert_eq!(report.items.len(), 1, "{place}");
        check_common(&mut tally, &place, report, expected);
        check_date(&mut tally, &place, report, expected);
        let wanted = text(&expected["title"]);
        let found: String = report.title.chars().take(wanted.chars().count()).collect();
        tally.check("title", &place, &found, &wanted);
        let channel = match text(&expected["channel"]).as_str() {
            "Điện thoại" => "phone",
            "Gặp trực tiếp" => "direct",
            "Giao ban" => "meeting",
            _ => "social",
        };
        tally.check("channel", &place, report.channel.id(), channel);
    }
    tally.finish();
}
