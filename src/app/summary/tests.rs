//! The composer over a real file, without a terminal: actions in, lines of the screen out.

use chrono::{NaiveDate, NaiveDateTime};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tempfile::TempDir;

use super::*;
use crate::file::Who;
use crate::inbox::model::{Band, ItemKind, NewItem, NewReport, NewStream, Tendency, Triage, Verification};
use crate::inbox::store::{Decision, Numbering, decide, insert_report, topics};
use crate::office;
use crate::roster::store::{OfficeCard, set_office};
use crate::screen::look::Wish;
use crate::screen::{InputEvent, Level, Notice};
use crate::settings::Settings;
use crate::words::Language;

mod issuing;
mod outlining;
mod placing;
mod tracing;

struct Desk {
    file: OfficeFile,
    folder: TempDir,
    state: State,
    words: Words,
    settings: Settings,
    size: (u16, u16),
    notices: Vec<Notice>,
}

fn stream(group: &str, band: Band, tendency: Tendency, gist: &str) -> NewStream {
    NewStream { group_name: group.into(), band, tendency, gist: gist.into(), ..NewStream::default() }
}

fn reports(topic: &dyn Fn(&str) -> Vec<Uuid>) -> Vec<NewReport> {
    let report = |day: u32, unit: &str, items: Vec<NewItem>| NewReport {
        received_at: NaiveDate::from_ymd_opt(2026, 10, day).and_then(|day| day.and_hms_opt(8, 0, 0)),
        title: format!("Báo cáo của {unit}"),
        unit_name: unit.into(),
        items,
        ..NewReport::default()
    };
    let books = NewItem {
        title: "Lo ngại giá sách giáo khoa năm học mới".into(),
        body: "Giá bộ sách tăng so với năm trước, gia đình có hai con đi học gặp khó.".into(),
        topics: topic("giao_duc"),
        streams: vec![
            stream("phụ huynh", Band::Many, Tendency::Worry, "giá bộ sách tăng so với năm trước"),
            stream("phụ huynh", Band::Few, Tendency::Agree, "thư viện trường cho mượn sách là tốt"),
        ],
        forecast: "Đầu học kỳ II có thể thành vấn đề nổi cộm.".into(),
        recommendation: "Công khai danh mục sách.".into(),
        ..NewItem::default()
    };
    let bridge = NewItem {
        title: "Tin đồn thu phí cầu mới".into(),
        topics: topic("giao_thong"),
        kind: ItemKind::Rumour,
        verification: Verification::Unverified,
        streams: vec![stream("", Band::Some, Tendency::Worry, "cầu mới sắp thu phí")],
        ..NewItem::default()
    };
    vec![
        report(5, "Hội LHPN xã Lộc An", vec![books]),
        report(7, "Thôn 7", vec![bridge]),
        report(
            9,
            "Thôn 3",
            vec![NewItem {
                title: "Nước sinh hoạt đục".into(),
                topics: topic("nuoc_sach"),
                ..NewItem::default()
            }],
        ),
    ]
}

impl Desk {
    /// An office with three reports of October, all let in, and the tab just opened on 2 November 2026.
    fn new(size: (u16, u16)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut file = office::create(&folder.path().join("so-tay.duluan"), Who::default()).unwrap();
        file.write("settings", |tx| {
            let office = OfficeCard { name: "Đảng ủy xã Lộc An".into(), ..OfficeCard::default() };
            set_office(tx, &office).map_err(FileError::from)
        })
        .unwrap();
        let mut desk = Self {
            file,
            folder,
            state: State::default(),
            words: Words::new(Language::Vietnamese),
            settings: Settings::default(),
            size,
            notices: Vec::new(),
        };
        let known = topics(desk.file.connection()).unwrap();
        let topic =
            |code: &str| known.iter().filter(|topic| topic.code == code).map(|topic| topic.id).collect();
        desk.enter(&reports(&topic));
        desk.act(&Action::Refresh);
        desk
    }

    fn enter(&mut self, reports: &[NewReport]) {
        self.file
            .write("import-reports", |tx| -> Result<(), FileError> {
                let mut numbering = Numbering::with_prefix(tx, "LA", "H")?;
                for report in reports {
                    insert_report(tx, report, &mut numbering)?;
                }
                Ok(())
            })
            .unwrap();
        let items: Vec<Uuid> = self
            .file
            .connection()
            .prepare("SELECT id FROM item WHERE triage = 'new'")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        let decision = Decision::Triage(Triage::Included, String::new());
        self.file.write(decision.action(), |tx| decide(tx, &items, &decision)).unwrap();
    }

    fn run(&mut self, effects: Vec<Effect<Query, Command>>) {
        for effect in effects {
            let message = match effect {
                Effect::ReadNow(read) | Effect::Read(read) => query(self.file.connection(), read).unwrap(),
                Effect::Write(write) => command(&mut self.file, write).unwrap(),
                Effect::Notify(notice) => {
                    self.notices.push(notice);
                    continue;
                }
                _ => panic!("unexpected effect"),
            };
            let now: NaiveDateTime =
                NaiveDate::from_ymd_opt(2026, 11, 2).unwrap().and_hms_opt(9, 0, 0).unwrap();
            let moment = Moment {
                now,
                width: self.size.0,
                height: self.size.1,
                words: &self.words,
                settings: &self.settings,
            };
            let effects = tab::receive(&mut self.state, message, &moment);
            self.run(effects);
        }
    }

    fn act(&mut self, action: &Action) {
        let now: NaiveDateTime = NaiveDate::from_ymd_opt(2026, 11, 2).unwrap().and_hms_opt(9, 0, 0).unwrap();
        let moment = Moment {
            now,
            width: self.size.0,
            height: self.size.1,
            words: &self.words,
            settings: &self.settings,
        };
        let effects = tab::update(&mut self.state, action, &moment);
        self.run(effects);
    }

    fn write(&mut self, text: &str) {
        self.act(&Action::Input(InputEvent::Insert(text.into())));
    }

    fn fill(&mut self, field: &str, text: &str) {
        self.state.form.as_mut().unwrap().form.set(field, text);
    }

    /// Makes October's draft and opens its section with this heading.
    fn draft(&mut self, heading: &str) {
        self.act(&Action::New);
        self.act(&Action::Open);
        // By the outline that is offered first.
        self.act(&Action::Open);
        self.select(heading);
    }

    /// Gathers again by what is offered: as before.
    fn gather(&mut self) {
        self.act(&Action::Gather);
        self.act(&Action::Open);
    }

    fn select(&mut self, heading: &str) {
        self.act(&Action::Home);
        for _ in 0..20 {
            if self.open().here().unwrap().heading == heading {
                return;
            }
            self.act(&Action::Down);
        }
        panic!("no section {heading}");
    }

    fn open(&self) -> &tab::Composer {
        self.state.open.as_ref().unwrap()
    }

    fn stored(&self, heading: &str) -> String {
        let synthesis = store::synthesis(self.file.connection(), self.open().synthesis.id).unwrap().unwrap();
        synthesis.sections.into_iter().find(|section| section.heading == heading).unwrap().body
    }

    fn last_notice(&self) -> &Notice {
        self.notices.last().unwrap()
    }

    fn screen(&self) -> String {
        let mut terminal = Terminal::new(TestBackend::new(self.size.0, self.size.1)).unwrap();
        let look = Look::new(Wish::default());
        terminal.draw(|frame| view::draw(frame, frame.area(), &self.state, &look, &self.words)).unwrap();
        let buffer = terminal.backend().buffer();
        let mut text = String::new();
        for y in 0..self.size.1 {
            let line: String = (0..self.size.0).map(|x| buffer[(x, y)].symbol()).collect();
            text.push_str(line.trim_end());
            text.push('\n');
        }
        println!("{text}{}", "=".repeat(usize::from(self.size.0)));
        text
    }
}

const LOCAL: &str = "Tình hình địa phương";

#[test]
fn october_is_drafted_written_saved_and_exported() {
    let mut desk = Desk::new((80, 22));
    assert!(desk.screen().contains("Nhấn n để tạo"));
    desk.act(&Action::New);
    assert!(desk.screen().contains("10/2026"));
    desk.act(&Action::Open);
    assert!(desk.screen().contains("› ") && desk.screen().contains("Báo cáo thường kỳ"));
    desk.act(&Action::Open);
    let screen = desk.screen();
    assert!(
        screen.contains("II- Những vấn đề dư luận quan tâm") && screen.contains("Kiểm tra: không thiếu gì"),
        "{screen}"
    );
    desk.select(LOCAL);
    desk.act(&Action::Open);
    let screen = desk.screen();
    assert!(screen.contains("với năm trước▸.") && !screen.contains('⟦'), "{screen}");
    desk.act(&Action::Input(InputEvent::Bottom));
    desk.act(&Action::Input(InputEvent::End));
    desk.write(" Xã đã kiểm tra.");
    assert!(desk.screen().contains("chưa lưu"));
    desk.act(&Action::Save);
    assert!(!desk.screen().contains("chưa lưu"));
    assert!(desk.stored(LOCAL).ends_with("Xã đã kiểm tra."));
    desk.act(&Action::Back);
    desk.act(&Action::Export);
    assert!(desk.screen().contains("BC tong hop 2026-10.docx"));
    desk.act(&Action::Open);
    let path = desk.folder.path().join("BC tong hop 2026-10.docx");
    assert!(std::fs::read(&path).unwrap().starts_with(b"PK"));
    assert!(desk.last_notice().text.ends_with("BC tong hop 2026-10.docx"), "{:?}", desk.last_notice());
    // A second time it asks before it writes over.
    desk.act(&Action::Export);
    desk.act(&Action::Open);
    assert!(desk.screen().contains("Ghi đè"));
    desk.act(&Action::Back);
    assert!(desk.state.window.is_none());
}

#[test]
fn a_wide_screen_shows_outline_text_and_sources_side_by_side() {
    let mut desk = Desk::new((120, 38));
    desk.draft(LOCAL);
    let screen = desk.screen();
    for text in [
        "II- Những vấn đề",
        "3. Tình hình địa phương",
        "giá bộ sách",
        "Nguồn 4 · chưa đưa 0",
        "LA-H-0001 Hội LHPN",
        "đã dùng",
    ] {
        assert!(screen.contains(text), "{text} in\n{screen}");
    }
    desk.act(&Action::PreviousPane);
    desk.act(&Action::Open);
    let screen = desk.screen();
    assert!(screen.contains("LA-H-0002 · Thôn 7 · 07/10/2026"), "{screen}");
}

#[test]
fn a_source_is_inserted_as_a_sentence_with_its_citation() {
    let mut desk = Desk::new((120, 38));
    desk.draft(LOCAL);
    desk.act(&Action::Open);
    // Everything is deleted, then one source inserted.
    while !desk.open().editor.is_empty() {
        desk.act(&Action::Input(InputEvent::Bottom));
        desk.act(&Action::Input(InputEvent::End));
        desk.act(&Action::Input(InputEvent::Backspace));
    }
    desk.act(&Action::NextPane);
    let screen = desk.screen();
    assert!(
        screen.contains("chưa đưa 4") && screen.contains("nội dung đủ điều kiện chưa đưa vào"),
        "{screen}"
    );
    desk.act(&Action::Insert);
    desk.act(&Action::Save);
    let body = desk.stored(LOCAL);
    assert_eq!(crate::summary::model::cited(&body).len(), 1, "{body}");
    assert!(desk.screen().contains("chưa đưa 3"));
}

#[test]
fn text_that_was_not_saved_is_there_again() {
    let mut desk = Desk::new((80, 22));
    desk.draft("Tình hình chung");
    desk.act(&Action::Open);
    desk.write("Chưa xong. ");
    assert!(tab::is_dirty(&desk.state));
    desk.act(&Action::Back);
    assert!(!tab::is_dirty(&desk.state));
    desk.act(&Action::Down);
    desk.act(&Action::Back);
    assert!(desk.last_notice().text.contains("1 mục còn chữ chưa lưu"));
    // As after a new start of the program.
    desk.state = State::default();
    desk.act(&Action::Refresh);
    desk.act(&Action::Open);
    assert!(desk.last_notice().text.contains("Còn chữ chưa lưu"));
    desk.select("Tình hình chung");
    assert!(desk.open().editor.text().starts_with("Chưa xong. "));
    assert!(!desk.stored("Tình hình chung").contains("Chưa xong"));
    // Dropped after a question.
    desk.act(&Action::Delete);
    desk.act(&Action::Open);
    assert!(!desk.open().editor.text().contains("Chưa xong"));
    assert!(store::kept_drafts(desk.file.connection(), desk.open().synthesis.id).unwrap().is_empty());
}

#[test]
fn gathering_again_keeps_own_words_and_asks_before_it_does_not() {
    let mut desk = Desk::new((80, 22));
    desk.draft(LOCAL);
    desk.act(&Action::Open);
    desk.write("Của tôi. ");
    desk.act(&Action::Save);
    desk.act(&Action::Back);
    desk.enter(&reports(&|_| Vec::new()));
    desk.gather();
    assert!(desk.stored(LOCAL).starts_with("Của tôi. "));
    assert!(desk.screen().contains("Gom lại"), "{}", desk.screen());
    desk.act(&Action::Open);
    assert!(!desk.stored(LOCAL).contains("Của tôi"));
}

#[test]
fn a_period_that_exists_is_opened_and_nonsense_is_told() {
    let mut desk = Desk::new((80, 22));
    desk.draft("Tình hình chung");
    desk.act(&Action::Back);
    desk.draft("Tình hình chung");
    assert!(desk.notices.iter().any(|notice| notice.text.contains("đã có báo cáo")));
    desk.act(&Action::Back);
    desk.act(&Action::New);
    desk.write("x");
    desk.act(&Action::Open);
    assert_eq!(desk.last_notice().level, Level::Problem);
    // What was typed took the suggestion's place and stays to be mended.
    assert!(desk.screen().contains("› x") && !desk.screen().contains("10/2026x"));
    desk.act(&Action::Back);
    desk.act(&Action::Delete);
    desk.act(&Action::Open);
    assert!(desk.screen().contains("Nhấn n để tạo"));
}

#[test]
fn preview_and_checks_are_pages_to_read() {
    let mut desk = Desk::new((80, 22));
    desk.draft("Kiến nghị, đề xuất");
    desk.act(&Action::Preview);
    assert!(desk.screen().contains("ĐẢNG CỘNG SẢN VIỆT NAM"));
    desk.act(&Action::PageDown);
    assert!(!desk.screen().contains("ĐẢNG CỘNG SẢN VIỆT NAM"));
    desk.act(&Action::Back);
    desk.act(&Action::Checks);
    assert!(desk.screen().contains("không thiếu gì"));
    desk.act(&Action::Back);
    desk.act(&Action::SourceTable);
    desk.act(&Action::Export);
    desk.act(&Action::Open);
    assert!(desk.folder.path().join("BC tong hop 2026-10 kem nguon.docx").exists());
}

#[test]
fn nothing_breaks_on_a_tiny_screen_or_an_empty_file() {
    let mut desk = Desk::new((20, 5));
    desk.draft(LOCAL);
    for pane in 0..3 {
        desk.act(&Action::NextPane);
        assert!(!desk.screen().is_empty(), "{pane}");
    }
    desk.act(&Action::Back);
    desk.act(&Action::Back);
    desk.act(&Action::Preview);
    desk.screen();
}

#[test]
fn a_finding_leads_to_its_place_and_a_reason_closes_it() {
    let mut desk = Desk::new((80, 24));
    desk.draft(LOCAL);
    // The sentence about the bridge says who knows: nobody yet.
    desk.act(&Action::Open);
    desk.act(&Action::Input(InputEvent::SelectAll));
    desk.write("Nhân dân cho biết cầu mới sắp thu phí. Bà Nguyễn Thị Hoa, số 0912 345 678, kể.");
    desk.act(&Action::Save);
    desk.act(&Action::PreviousPane);
    desk.act(&Action::Checks);
    let screen = desk.screen();
    assert!(screen.contains("có thể lộ danh tính"), "{screen}");
    assert!(screen.contains("   LA-H-0001"), "what is left out is told one by one: {screen}");
    let findings = |desk: &Desk| match &desk.state.window {
        Some(tab::Window::Findings(findings)) => {
            (findings.open, findings.rows.iter().filter(|row| row.reason.is_some()).count())
        }
        other => panic!("{other:?}"),
    };
    let (open, _) = findings(&desk);
    let at = |desk: &mut Desk, words: &str| {
        desk.act(&Action::Home);
        for _ in 0..30 {
            let Some(tab::Window::Findings(findings)) = &desk.state.window else { panic!("closed") };
            if findings.here().unwrap().text.contains(words) {
                return;
            }
            desk.act(&Action::Down);
        }
        panic!("{words}: {}", desk.screen());
    };
    at(&mut desk, "danh tính");
    desk.act(&Action::LeaveOut);
    desk.write("tên đã được đồng ý nêu");
    desk.act(&Action::Open);
    assert_eq!(findings(&desk), (open - 1, 1));
    assert!(!desk.state.open.as_ref().unwrap().checks.iter().any(|check| check.kind() == "personal_data"));
    // The reason is in the file, for the colleague who opens it next.
    let id = desk.state.open.as_ref().unwrap().synthesis.id;
    let kept = store::kept(desk.file.connection(), id).unwrap();
    assert_eq!(kept.answers.values().collect::<Vec<_>>(), ["tên đã được đồng ý nêu"]);
    at(&mut desk, "danh tính");
    assert!(desk.screen().contains("lý do: tên đã được đồng ý nêu"));
    desk.act(&Action::Delete);
    assert_eq!(findings(&desk), (open, 0));
    assert!(store::kept(desk.file.connection(), id).unwrap().answers.is_empty());
    at(&mut desk, "danh tính");
    desk.act(&Action::Open);
    let composer = desk.state.open.as_ref().unwrap();
    assert_eq!((composer.pane, composer.editor.cursor().0), (Pane::Editor, 0));
    desk.act(&Action::PreviousPane);
    desk.act(&Action::Checks);
    at(&mut desk, "giá bộ sách tăng");
    desk.act(&Action::Open);
    let composer = desk.state.open.as_ref().unwrap();
    assert_eq!(composer.pane, Pane::Sources);
    let (_, stream) = composer.told(&composer.sources[composer.source]).unwrap();
    assert!(stream.unwrap().gist.contains("giá bộ sách tăng"));
    assert!(desk.state.window.is_none());
}
