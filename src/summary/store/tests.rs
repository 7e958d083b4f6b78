//! Over a real file, with reports entered the way an import enters them.

use chrono::{NaiveDate, NaiveDateTime};
use tempfile::TempDir;

use super::*;
use crate::file::{OfficeFile, Who};
use crate::inbox::model::{Band, NewItem, NewReport, NewStream, ReportKind, Tendency, Triage};
use crate::inbox::store::{Decision, Numbering, decide, insert_report};
use crate::office;
use crate::summary::gather::{Fits, draft};
use crate::summary::model::{Count, Grouping, Head, State, citation, cited, origin};
use crate::summary::period::Period;
use crate::summary::wanted::Wanted;

mod place;

pub(crate) struct Office {
    pub file: OfficeFile,
    _folder: TempDir,
}

pub(crate) fn new_office() -> Office {
    let folder = tempfile::tempdir().unwrap();
    let file = office::create(&folder.path().join("so-tay.duluan"), Who::default()).unwrap();
    Office { file, _folder: folder }
}

fn moment(day: &str) -> NaiveDateTime {
    NaiveDate::parse_from_str(day, "%Y-%m-%d").unwrap().and_hms_opt(8, 0, 0).unwrap()
}

fn report(day: &str, unit: &str, gist: &str) -> NewReport {
    NewReport {
        received_at: Some(moment(day)),
        title: format!("Báo cáo của {unit}"),
        unit_name: unit.into(),
        items: vec![NewItem {
            title: format!("Về {gist}"),
            streams: vec![NewStream {
                group_name: "Nhân dân".into(),
                band: Band::Many,
                tendency: Tendency::Worry,
                gist: gist.into(),
                ..NewStream::default()
            }],
            forecast: "Có thể kéo dài".into(),
            recommendation: "Sớm trả lời dân".into(),
            ..NewItem::default()
        }],
        ..NewReport::default()
    }
}

impl Office {
    pub(crate) fn enter(&mut self, reports: &[NewReport]) -> Vec<Uuid> {
        self.file
            .write("import-reports", |tx| {
                let mut numbering = Numbering::with_prefix(tx, "LA", "H")?;
                reports
                    .iter()
                    .map(|report| insert_report(tx, report, &mut numbering))
                    .collect::<Result<_, _>>()
            })
            .unwrap()
            .value
    }

    pub(crate) fn let_in(&mut self, report: Uuid) {
        let items: Vec<Uuid> = self
            .file
            .connection()
            .prepare("SELECT id FROM item WHERE report = ?")
            .unwrap()
            .query_map([report], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        let decision = Decision::Triage(Triage::Included, String::new());
        self.file.write(decision.action(), |tx| decide(tx, &items, &decision)).unwrap();
    }

    fn units(&self, period: &str) -> Vec<String> {
        let period = Period::parse(period, NaiveDate::default()).unwrap();
        let material = material(self.file.connection(), &period).unwrap();
        material.reports.into_iter().map(|report| report.unit).collect()
    }

    fn draft(&mut self, period: &Period) -> Uuid {
        compose(&mut self.file, &Wanted::of(*period)).unwrap()
    }

    fn carried(&self, synthesis: Uuid) -> i64 {
        self.file
            .connection()
            .query_row(
                "SELECT count(*) FROM synthesis_source WHERE synthesis = ? AND carried = 1 AND deleted = 0",
                [synthesis],
                |row| row.get(0),
            )
            .unwrap()
    }
}

fn october() -> Period {
    Period::month(2026, 10).unwrap()
}

#[test]
fn a_report_belongs_to_the_period_its_own_period_ends_in() {
    let mut office = new_office();
    let about = |day: &str, unit: &str, to: &str| NewReport {
        period_kind: PeriodKind::Month,
        period_to: NaiveDate::parse_from_str(to, "%Y-%m-%d").ok(),
        ..report(day, unit, "giá điện")
    };
    let ids = office.enter(&[
        report("2026-10-01", "ngày đầu", "giá điện"),
        report("2026-10-31", "ngày cuối", "giá điện"),
        report("2026-11-01", "tháng sau", "giá điện"),
        about("2026-11-03", "gửi sau kỳ", "2026-10-31"),
        about("2026-10-25", "gửi trước cuối kỳ", "2026-10-31"),
        about("2026-10-02", "kỳ trước gửi muộn", "2026-09-30"),
        about("2026-10-20", "cho kỳ sau", "2026-11-14"),
    ]);
    let in_october = ["ngày đầu", "kỳ trước gửi muộn", "gửi trước cuối kỳ", "ngày cuối", "gửi sau kỳ"];
    assert_eq!(office.units("2026-10"), in_october);
    assert_eq!(office.units("2026-09"), ["kỳ trước gửi muộn"]);
    assert_eq!(office.units("2026-11"), ["cho kỳ sau", "tháng sau", "gửi sau kỳ"]);
    // Once September's synthesis tells the late one, October's does not tell it again.
    office.let_in(ids[5]);
    office.draft(&Period::month(2026, 9).unwrap());
    assert!(!office.units("2026-10").contains(&"kỳ trước gửi muộn".to_owned()));
}

#[test]
fn a_synthesis_is_made_in_one_action_with_its_sections_and_sources() {
    let mut office = new_office();
    let ids = office.enter(&[
        report("2026-10-05", "Thôn 1", "giá điện tăng"),
        report("2026-10-06", "Thôn 2", "đường hỏng"),
    ]);
    for id in ids {
        office.let_in(id);
    }
    let id = office.draft(&october());
    let stored = synthesis(office.file.connection(), id).unwrap().unwrap();
    assert_eq!(stored.title, "tình hình Nhân dân và dư luận xã hội tháng 10/2026");
    let local = stored.sections.iter().find(|section| section.source == Source::Local).unwrap();
    assert!(local.body.contains("giá điện tăng") && !local.edited, "{local:?}");
    let parent = stored.sections.iter().find(|section| Some(section.id) == local.parent).unwrap();
    assert_eq!(parent.heading, "Những vấn đề dư luận quan tâm");
    // Two streams in the text, two items through forecast and recommendation.
    assert_eq!(office.carried(id), 4);
    assert_eq!(find(office.file.connection(), &Wanted::of(october())).unwrap(), Some(id));
    let rows = syntheses(office.file.connection()).unwrap();
    assert_eq!((rows[0].written, rows[0].sections), (4, 8));
    delete(&mut office.file, id).unwrap();
    assert_eq!(find(office.file.connection(), &Wanted::of(october())).unwrap(), None);
}

#[test]
fn gathering_again_keeps_what_a_person_wrote_unless_told_otherwise() {
    let mut office = new_office();
    let ids = office.enter(&[report("2026-10-05", "Thôn 1", "giá điện tăng")]);
    office.let_in(ids[0]);
    let id = office.draft(&october());
    let section = |office: &Office, source| {
        let stored = synthesis(office.file.connection(), id).unwrap().unwrap();
        stored.sections.into_iter().find(|section| section.source == source).unwrap()
    };
    let local = section(&office, Source::Local);
    let own = format!("Lời của tôi{}.", citation(&crate::summary::model::cited(&local.body)));
    save_section(&mut office.file, id, local.id, "2026-11-02T08:00:00", &own).unwrap();
    assert!(section(&office, Source::Local).edited);
    let ids = office.enter(&[report("2026-10-07", "Thôn 2", "đường hỏng")]);
    office.let_in(ids[0]);
    let conn = office.file.connection();
    let material = material(conn, &october()).unwrap();
    let drafted =
        draft(&material, &outline(conn, PeriodKind::Month).unwrap().sections, &phrases(conn).unwrap());
    let done = regather(&mut office.file, id, &drafted, Grouping::Topic, false).unwrap();
    // The general section and those of forecast and recommendation, whose sentences rest on more items now.
    assert_eq!((done.renewed, done.kept), (3, 1));
    assert_eq!(section(&office, Source::Local).body, own);
    assert_eq!(regather(&mut office.file, id, &drafted, Grouping::Topic, true).unwrap().renewed, 1);
    assert!(section(&office, Source::Local).body.contains("đường hỏng"));
    assert!(!section(&office, Source::Local).edited);
}

/// What the period before had, counted, is what reading it whole would give.
#[test]
fn the_period_before_is_counted_as_it_would_be_read() {
    let mut office = new_office();
    let topic = crate::inbox::store::topics(office.file.connection()).unwrap()[3].id;
    let mut reports = vec![
        report("2026-09-05", "Thôn 1", "giá điện tăng"),
        report("2026-09-06", "Thôn 2", "đường hỏng"),
        report("2026-09-07", "Thôn 3", "nước đục"),
        // About September, though it came in October; and one about August that came in September.
        NewReport {
            period_kind: PeriodKind::Month,
            period_from: NaiveDate::from_ymd_opt(2026, 9, 1),
            period_to: NaiveDate::from_ymd_opt(2026, 9, 30),
            ..report("2026-10-02", "Thôn 4", "chợ tạm")
        },
        NewReport {
            period_kind: PeriodKind::Month,
            period_from: NaiveDate::from_ymd_opt(2026, 8, 1),
            period_to: NaiveDate::from_ymd_opt(2026, 8, 31),
            ..report("2026-09-01", "Thôn 5", "rác thải")
        },
        report("2026-10-05", "Thôn 1", "giá điện tăng"),
    ];
    reports[1].items[0].topics = vec![topic];
    reports[2].items[0].streams.clear();
    reports[2].items[0].topics = vec![topic];
    let ids = office.enter(&reports);
    let counted = |office: &Office| {
        let conn = office.file.connection();
        let october = material(conn, &october()).unwrap();
        let september = material(conn, &Period::month(2026, 9).unwrap()).unwrap();
        let counts = september.counts();
        let before = &october.before;
        assert_eq!(before.reports, september.reports.len());
        assert_eq!(before.taken, september.usable().len());
        let groups = crate::summary::gather::groups(&september);
        let topics: std::collections::HashMap<_, _> =
            groups.into_iter().map(|group| (group.topic, group.reports)).collect();
        assert_eq!(before.by_topic, topics);
        let worried = before.by_tendency.get(&Tendency::Worry).copied().unwrap_or(0);
        assert_eq!(worried, counts[&Count::Tendency("worry")]);
        (before.reports, before.taken, worried, topics.len())
    };
    assert_eq!(counted(&office), (5, 5, 4, 2));
    // As soon as some were let in, only those count.
    office.let_in(ids[1]);
    office.let_in(ids[3]);
    assert_eq!(counted(&office), (5, 2, 2, 2));
}

#[test]
fn a_quarter_draws_on_its_issued_months_and_says_which_are_lacking() {
    let mut office = new_office();
    let ids = office.enter(&[
        report("2026-07-05", "Thôn 1", "giá điện tăng"),
        report("2026-08-06", "Thôn 2", "đường hỏng"),
        report("2026-09-07", "Thôn 3", "nước đục"),
    ]);
    for id in &ids {
        office.let_in(*id);
    }
    let july = office.draft(&Period::month(2026, 7).unwrap());
    let august = office.draft(&Period::month(2026, 8).unwrap());
    let local = synthesis(office.file.connection(), july).unwrap().unwrap();
    let local = local.sections.into_iter().find(|section| section.source == Source::Local).unwrap();
    let own = format!(
        "Nhân dân thôn 1 lo giá điện{}.",
        cited(&local.body).first().map_or_else(String::new, |id| citation(&[*id]))
    );
    save_section(&mut office.file, july, local.id, "2026-11-02T08:00:00", &own).unwrap();
    let head = Head { document_number: "12-BC/ĐU".into(), ..Head::default() };
    issue(&mut office.file, july, &Issue { head, ..Issue::default() }).unwrap();
    submit(&mut office.file, august).unwrap();
    let quarter = Period::parse("2026-Q3", NaiveDate::default()).unwrap();
    let material = material(office.file.connection(), &quarter).unwrap();
    assert_eq!(material.shorter.issued.len(), 1);
    let lacking: Vec<_> = material.shorter.lacking.iter().map(|one| (one.period.id(), one.state)).collect();
    assert_eq!(lacking, [("2026-08".to_owned(), Some(State::Submitted)), ("2026-09".to_owned(), None)]);
    let id = office.draft(&quarter);
    let told = synthesis(office.file.connection(), id).unwrap().unwrap();
    let section =
        |source| told.sections.iter().find(|section| section.source == source).unwrap().body.clone();
    let body = section(Source::Local);
    assert!(
        body.starts_with(&format!("Tháng 7/2026 (Báo cáo số 12-BC/ĐU){}:\n{own}", origin(july))),
        "{body}"
    );
    // What no issued month tells comes from the reports, and nothing of July twice.
    let rest = body.split_once("Tháng 8/2026, tháng 9/2026:").unwrap().1;
    assert!(rest.contains("đường hỏng") && rest.contains("nước đục") && !rest.contains("giá điện"), "{rest}");
    assert_eq!(
        section(Source::Forecast).matches("Có thể kéo dài").count(),
        2,
        "July's words once, the rest's once"
    );
    // The citation came along, so the table of sources knows it.
    assert!(office.carried(id) >= 3);
    let found = |sections: &[Section]| {
        let facts = crate::summary::checks::Facts::of(&material);
        let checks = crate::summary::checks::check(
            sections,
            &material,
            &facts,
            &crate::summary::checks::Kept::default(),
        );
        checks.iter().map(crate::summary::checks::Check::kind).collect::<Vec<_>>()
    };
    assert_eq!(found(&told.sections), ["shorter_missing", "no_office_name"]);
    let without: Vec<Section> =
        told.sections.iter().map(|section| Section { body: String::new(), ..section.clone() }).collect();
    assert!(found(&without).contains(&"shorter_not_used"), "{:?}", found(&without));
}

#[test]
fn matters_are_gathered_by_unit_where_the_synthesis_says_so() {
    let mut office = new_office();
    let ids = office.enter(&[
        report("2026-10-05", "Thôn 1", "giá điện tăng"),
        report("2026-10-06", "Thôn 2", "đường hỏng"),
        report("2026-10-07", "Thôn 1", "nước đục"),
    ]);
    for id in ids {
        office.let_in(id);
    }
    let id = office.draft(&october());
    let by = |office: &mut Office, by| {
        let conn = office.file.connection();
        let stored = synthesis(conn, id).unwrap().unwrap();
        let scope = Scope { by, ..Scope::of_synthesis(&stored).unwrap() };
        let drafted = draft(&scoped(conn, &scope).unwrap(), &stored.sections, &phrases(conn).unwrap());
        regather(&mut office.file, id, &drafted, by, false).unwrap();
        let stored = synthesis(office.file.connection(), id).unwrap().unwrap();
        let local = stored.sections.into_iter().find(|section| section.source == Source::Local).unwrap();
        (stored.grouping, local.body)
    };
    let (kept, body) = by(&mut office, Grouping::Unit);
    assert_eq!(kept, Grouping::Unit);
    let heads: Vec<&str> =
        body.lines().filter(|line| line.contains(" báo cáo)") && line.contains(") ")).collect();
    assert_eq!(heads, ["a) Thôn 1 (2 báo cáo)", "b) Thôn 2 (1 báo cáo)"], "{body}");
    let first = body.split("b) Thôn 2").next().unwrap();
    assert!(
        first.contains("giá điện") && first.contains("nước đục") && !first.contains("đường hỏng"),
        "{body}"
    );
    office.file.undo().unwrap();
    assert_eq!(synthesis(office.file.connection(), id).unwrap().unwrap().grouping, Grouping::Topic);
}

#[test]
fn saving_a_section_keeps_the_table_of_sources_true() {
    let mut office = new_office();
    let ids = office.enter(&[report("2026-10-05", "Thôn 1", "giá điện tăng")]);
    office.let_in(ids[0]);
    let id = office.draft(&october());
    assert_eq!(office.carried(id), 2);
    let stored = synthesis(office.file.connection(), id).unwrap().unwrap();
    for section in stored.sections.iter().filter(|section| !section.is_empty()) {
        save_section(&mut office.file, id, section.id, "2026-11-02T08:00:00", "Không dẫn nguồn.").unwrap();
    }
    assert_eq!(office.carried(id), 0);
    let local = stored.sections.iter().find(|section| section.source == Source::Local).unwrap();
    save_section(&mut office.file, id, local.id, "2026-11-02T08:00:00", &local.body).unwrap();
    assert_eq!(office.carried(id), 1);
}

#[test]
fn a_text_not_saved_yet_is_kept_on_this_copy_and_forgotten_when_saved() {
    let mut office = new_office();
    let id = office.draft(&october());
    let section = synthesis(office.file.connection(), id).unwrap().unwrap().sections[0].id;
    keep_draft(&mut office.file, section, "2026-11-02T08:00:00", "một").unwrap();
    keep_draft(&mut office.file, section, "2026-11-02T08:01:00", "hai").unwrap();
    assert_eq!(
        kept_drafts(office.file.connection(), id).unwrap().get(&section).map(String::as_str),
        Some("hai")
    );
    save_section(&mut office.file, id, section, "2026-11-02T08:00:00", "ba").unwrap();
    assert_eq!(kept_drafts(office.file.connection(), id).unwrap().get(&section), None);
    keep_draft(&mut office.file, section, "2026-11-02T08:02:00", "bốn").unwrap();
    drop_draft(&mut office.file, section).unwrap();
    assert_eq!(kept_drafts(office.file.connection(), id).unwrap().get(&section), None);
}

#[test]
fn a_text_a_colleague_submitted_meanwhile_stands_and_what_was_written_is_kept() {
    let mut office = new_office();
    let id = office.draft(&october());
    let section = synthesis(office.file.connection(), id).unwrap().unwrap().sections[0].id;
    assert!(save_section(&mut office.file, id, section, "2026-11-02T08:00:00", "một").unwrap());
    for stand in ["submitted", "issued"] {
        if stand == "submitted" {
            submit(&mut office.file, id).unwrap();
        } else {
            issue(&mut office.file, id, &Issue::default()).unwrap();
        }
        assert!(!save_section(&mut office.file, id, section, "2026-11-02T08:01:00", stand).unwrap());
        let stored = synthesis(office.file.connection(), id).unwrap().unwrap();
        assert_eq!(stored.sections[0].body, "một");
        let kept = kept_drafts(office.file.connection(), id).unwrap();
        assert_eq!(kept.get(&section).map(String::as_str), Some(stand));
    }
}

#[test]
fn who_signs_and_who_receives_it_is_who_did_the_last_time() {
    let mut office = new_office();
    let september = office.draft(&Period::month(2026, 9).unwrap());
    let head = Head {
        signs_for: "T/M BAN THƯỜNG VỤ".into(),
        signer_post: "PHÓ BÍ THƯ".into(),
        signer: "Nguyễn Văn Bền".into(),
        recipients: "Ban Tuyên giáo và Dân vận Tỉnh ủy".into(),
        document_number: "12-BC/ĐU".into(),
        ..Head::default()
    };
    save_head(&mut office.file, september, &head).unwrap();
    let id = office.draft(&october());
    let told = synthesis(office.file.connection(), id).unwrap().unwrap().head();
    let wanted = Head { document_number: String::new(), title: told.title.clone(), ..head };
    assert_eq!(told, wanted, "all but what is its own");
}

#[test]
fn every_file_is_born_with_an_outline_and_sentences_for_every_tendency() {
    let office = new_office();
    let outline = outline(office.file.connection(), PeriodKind::Month).unwrap();
    assert_eq!(outline.sections.len(), 9);
    let phrases = phrases(office.file.connection()).unwrap();
    for tendency in Tendency::ALL {
        let fitting = phrases.0.iter().filter(|phrase| phrase.fits == Fits::Tendency(*tendency));
        assert!(fitting.clone().count() >= 2, "{tendency:?}");
        assert!(
            fitting.clone().all(|phrase| phrase.body.contains("{who}") && phrase.body.contains("{gist}"))
        );
    }
}

#[test]
fn reports_of_nothing_count_as_reports() {
    let mut office = new_office();
    let nothing =
        NewReport { kind: ReportKind::Nothing, items: Vec::new(), ..report("2026-10-05", "Thôn 9", "") };
    office.enter(&[nothing, report("2026-10-06", "Thôn 1", "giá điện")]);
    let counters = material(office.file.connection(), &october()).unwrap().counters();
    assert_eq!((counters.reports, counters.nothing, counters.untriaged), (2, 1, 1));
}

/// Prints how long a large month takes; run it with `--ignored --nocapture`, best in a release build.
#[test]
#[ignore = "measures, does not judge"]
fn how_long_a_month_of_5000_reports_takes() {
    let mut office = new_office();
    let reports: Vec<NewReport> = (0..5000)
        .map(|number| {
            let gist = format!("việc số {}", number % 400);
            report(&format!("2026-10-{:02}", number % 28 + 1), &format!("Thôn {}", number % 90), &gist)
        })
        .collect();
    office.enter(&reports);
    let started = std::time::Instant::now();
    let conn = office.file.connection();
    let outline = outline(conn, PeriodKind::Month).unwrap();
    let material = material(conn, &october()).unwrap();
    let read = started.elapsed();
    let drafted = draft(&material, &outline.sections, &phrases(conn).unwrap());
    let gathered = started.elapsed();
    let found = crate::summary::checks::check(
        &drafted,
        &material,
        &crate::summary::checks::Facts::of(&material),
        &crate::summary::checks::Kept::default(),
    )
    .len();
    let checked = started.elapsed();
    let synthesis = Synthesis { sections: drafted, ..Synthesis::default() };
    create(&mut office.file, &outline, &synthesis).unwrap();
    println!(
        "read {read:?}, drafted {gathered:?}, {found} checks {checked:?}, stored {:?}",
        started.elapsed()
    );
}
