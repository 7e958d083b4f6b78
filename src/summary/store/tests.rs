//! Over a real file, with reports entered the way an import enters them.

use chrono::{NaiveDate, NaiveDateTime};
use tempfile::TempDir;

use super::*;
use crate::file::{OfficeFile, Who};
use crate::inbox::model::{NewItem, NewReport, NewStream, PeriodKind, ReportKind, Triage};
use crate::inbox::store::{Decision, Numbering, decide, insert_report};
use crate::office;
use crate::summary::gather::draft;
use crate::summary::model::citation;
use crate::summary::period::Period;

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
        let conn = self.file.connection();
        let outline = outline(conn).unwrap();
        let drafted = draft(&material(conn, period).unwrap(), &outline.sections, &phrases(conn).unwrap());
        create(&mut self.file, period, &outline, &drafted).unwrap()
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
    assert_eq!(find(office.file.connection(), &october()).unwrap(), Some(id));
    let rows = syntheses(office.file.connection()).unwrap();
    assert_eq!((rows[0].written, rows[0].sections), (4, 8));
    delete(&mut office.file, id).unwrap();
    assert_eq!(find(office.file.connection(), &october()).unwrap(), None);
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
    save_section(&mut office.file, id, local.id, &own).unwrap();
    assert!(section(&office, Source::Local).edited);
    let ids = office.enter(&[report("2026-10-07", "Thôn 2", "đường hỏng")]);
    office.let_in(ids[0]);
    let conn = office.file.connection();
    let material = material(conn, &october()).unwrap();
    let drafted = draft(&material, &outline(conn).unwrap().sections, &phrases(conn).unwrap());
    let done = regather(&mut office.file, id, &drafted, false).unwrap();
    // The general section and those of forecast and recommendation, whose sentences rest on more items now.
    assert_eq!((done.renewed, done.kept), (3, 1));
    assert_eq!(section(&office, Source::Local).body, own);
    assert_eq!(regather(&mut office.file, id, &drafted, true).unwrap().renewed, 1);
    assert!(section(&office, Source::Local).body.contains("đường hỏng"));
    assert!(!section(&office, Source::Local).edited);
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
        save_section(&mut office.file, id, section.id, "Không dẫn nguồn.").unwrap();
    }
    assert_eq!(office.carried(id), 0);
    let local = stored.sections.iter().find(|section| section.source == Source::Local).unwrap();
    save_section(&mut office.file, id, local.id, &local.body).unwrap();
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
    save_section(&mut office.file, id, section, "ba").unwrap();
    assert_eq!(kept_drafts(office.file.connection(), id).unwrap().get(&section), None);
    keep_draft(&mut office.file, section, "2026-11-02T08:02:00", "bốn").unwrap();
    drop_draft(&mut office.file, section).unwrap();
    assert_eq!(kept_drafts(office.file.connection(), id).unwrap().get(&section), None);
}

#[test]
fn every_file_is_born_with_an_outline_and_sentences_for_every_tendency() {
    let office = new_office();
    let outline = outline(office.file.connection()).unwrap();
    assert_eq!(outline.sections.len(), 9);
    let phrases = phrases(office.file.connection()).unwrap();
    for tendency in Tendency::ALL {
        let fitting = phrases.0.iter().filter(|phrase| phrase.tendency == Some(*tendency));
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
    let outline = outline(conn).unwrap();
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
    create(&mut office.file, &october(), &outline, &drafted).unwrap();
    println!(
        "read {read:?}, drafted {gathered:?}, {found} checks {checked:?}, stored {:?}",
        started.elapsed()
    );
}
