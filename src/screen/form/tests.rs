//! What a form does with keys, and how it looks.

use chrono::NaiveDate;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::*;
use crate::screen::InputEvent;
use crate::screen::keys::Kind as Keys;
use crate::screen::look::{Look, Wish};
use crate::settings::Settings;
use crate::words::{Language, Words};

fn with_moment<T>(run: impl FnOnce(&Moment) -> T) -> T {
    let words = Words::new(Language::Vietnamese);
    let settings = Settings::default();
    // A Sunday.
    let now = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap().and_hms_opt(9, 15, 0).unwrap();
    run(&Moment { now, width: 80, height: 22, words: &words, settings: &settings })
}

fn units() -> Vec<Picked> {
    vec![
        Picked::new("1", "Hội LHPN", "xã Lộc An"),
        Picked::new("2", "Thôn 3", "xã Lộc An"),
        Picked::new("3", "Nguyễn Thị Hương", "Hội LHPN"),
    ]
}

fn sample(moment: &Moment) -> Form {
    Form::new(
        "Phiếu thử",
        vec![
            Field::text("name", "Họ và tên").required(),
            Field::choice(
                "way",
                "Cách nhận",
                vec![
                    ("phone", "Điện thoại".into()),
                    ("meeting", "Hội họp".into()),
                    ("direct", "Gặp trực tiếp".into()),
                ],
            ),
            Field::pick("unit", "Đơn vị", Pick::among(units())),
            Field::day("on", "Ngày"),
            Field::number("days", "Số ngày", 1, 28),
            Field::phone("phones", "Điện thoại"),
            Field::flag("rumour", "Tin đồn"),
            Field::long("text", "Nội dung", 3, 6).about_people(),
        ],
        moment,
    )
}

fn insert(text: &str) -> Action {
    Action::Input(InputEvent::Insert(text.to_owned()))
}

fn act(form: &mut Form, moment: &Moment, actions: &[Action]) -> Vec<Step> {
    actions.iter().map(|action| form.update(action, moment)).collect()
}

fn screen(form: &Form, width: u16, height: u16) -> (String, (u16, u16)) {
    let words = Words::new(Language::Vietnamese);
    let look = Look::new(Wish::default());
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| form.draw(frame, frame.area(), &look, &words)).unwrap();
    let cursor = terminal.get_cursor_position().unwrap();
    (terminal.backend().to_string(), (cursor.x, cursor.y))
}

#[test]
fn nothing_is_said_while_typing_and_everything_when_the_field_is_left() {
    with_moment(|moment| {
        let mut form = sample(moment);
        form.go_to("on");
        act(&mut form, moment, &[insert("31/2")]);
        assert_eq!(form.field("on").unwrap().said, None);
        assert_eq!(form.update(&Action::NextPane, moment), Step::Left("on".into()));
        assert!(matches!(form.field("on").unwrap().said, Some(Said::Wrong(_))));
        // Typing on takes the reproach away.
        act(&mut form, moment, &[Action::PreviousPane, Action::Input(InputEvent::Backspace)]);
        assert_eq!(form.field("on").unwrap().said, None);
    });
}

#[test]
fn saving_goes_to_the_first_field_that_is_wrong() {
    with_moment(|moment| {
        let mut form = sample(moment);
        form.go_to("text");
        assert_eq!(form.update(&Action::Save, moment), Step::Stay);
        assert_eq!(form.current(), "name");
        act(&mut form, moment, &[insert("Hương")]);
        assert_eq!(form.update(&Action::Save, moment), Step::Save);
        assert_eq!(form.text("name"), "Hương");
    });
}

#[test]
fn enter_goes_on_and_saves_from_the_last_field_but_not_out_of_a_text() {
    with_moment(|moment| {
        let mut form = Form::new("Phiếu", vec![Field::text("a", "A"), Field::text("b", "B")], moment);
        assert_eq!(
            act(&mut form, moment, &[insert("x"), Action::Open, Action::Open])[1..],
            [Step::Left("a".into()), Step::Save]
        );
        let mut form = sample(moment);
        form.go_to("text");
        assert_eq!(form.place().kind, Keys::Text);
    });
}

#[test]
fn a_pick_takes_what_is_under_the_cursor_by_part_of_a_name_or_initials() {
    with_moment(|moment| {
        let mut form = sample(moment);
        form.go_to("unit");
        act(&mut form, moment, &[insert("nth"), Action::Open]);
        assert_eq!(form.chosen("unit"), [units()[2].clone()]);
        assert_eq!(form.current(), "on");
        // Tab takes it as well; an unknown name is said to be none.
        form.go_to("unit");
        act(&mut form, moment, &[insert("thon 3"), Action::NextPane]);
        assert_eq!(form.text("unit"), "Thôn 3");
        form.go_to("unit");
        act(&mut form, moment, &[insert("xyz"), Action::NextPane]);
        assert!(matches!(form.field("unit").unwrap().said, Some(Said::Wrong(_))));
    });
}

#[test]
fn escape_closes_the_list_before_it_leaves() {
    with_moment(|moment| {
        let mut form = sample(moment);
        form.go_to("unit");
        let steps = act(&mut form, moment, &[insert("h"), Action::Back, Action::Back]);
        assert_eq!(steps, [Step::Filled("unit".into()), Step::Stay, Step::Leave]);
    });
}

#[test]
fn escape_from_a_list_leaves_no_words_that_are_no_choice() {
    with_moment(|moment| {
        let several = Field::pick("who", "Ai", Pick::among(units()).many());
        let own = Field::pick("host", "Nơi", Pick::among(units()).free());
        let mut form = Form::new("Phiếu", vec![several, own], moment);
        act(&mut form, moment, &[insert("lhpn"), Action::Open, insert("thon"), Action::Back]);
        assert_eq!(form.text("who"), "Hội LHPN");
        // What may be one's own words stays.
        form.go_to("host");
        act(&mut form, moment, &[insert("thon"), Action::Back]);
        assert_eq!(form.text("host"), "thon");
        // One of a list is what it was before typing began.
        let mut form = sample(moment);
        form.set_chosen("unit", vec![units()[1].clone()]);
        form.go_to("unit");
        act(&mut form, moment, &[insert("nth"), Action::Back]);
        assert_eq!(form.text("unit"), "Thôn 3");
        act(&mut form, moment, &[Action::Input(InputEvent::Backspace), Action::Back]);
        assert_eq!(form.text("unit"), "Thôn 3");
    });
}

#[test]
fn files_are_promised_only_where_they_can_come_in() {
    with_moment(|moment| {
        let mut form = sample(moment);
        assert!(!form.works(&Action::Import));
        assert_eq!(form.update(&Action::Import, moment), Step::Unused);
        let mut form = sample(moment).files();
        assert!(form.works(&Action::Import));
        assert_eq!(form.update(&Action::Import, moment), Step::Files);
    });
}

#[test]
fn choices_turn_with_cursor_keys_and_jump_to_letters() {
    with_moment(|moment| {
        let mut form = sample(moment);
        form.go_to("way");
        act(&mut form, moment, &[insert("h")]);
        assert_eq!(form.text("way"), "meeting");
        act(&mut form, moment, &[Action::Input(InputEvent::Right)]);
        assert_eq!(form.text("way"), "direct");
        act(&mut form, moment, &[insert(" ")]);
        assert_eq!(form.text("way"), "phone");
    });
}

#[test]
fn days_numbers_and_phones_are_read() {
    with_moment(|moment| {
        let mut form = sample(moment);
        for (name, text) in [("on", "thứ hai"), ("days", "15"), ("phones", "0912.345.678")] {
            form.go_to(name);
            act(&mut form, moment, &[insert(text), Action::NextPane]);
            assert_eq!(form.field(name).unwrap().said, None, "{name}");
        }
        assert_eq!(form.day("on"), NaiveDate::from_ymd_opt(2026, 11, 16));
        assert_eq!(form.number("days"), Some(15));
        let (seen, _) = screen(&form, 80, 22);
        assert!(seen.contains("= thứ Hai 16/11/2026"), "{seen}");
        assert!(seen.contains("= 0912 345 678"), "{seen}");
    });
}

#[test]
fn names_of_citizens_are_flagged_while_typing_and_masked_on_a_key() {
    with_moment(|moment| {
        let mut form = sample(moment);
        form.go_to("text");
        act(&mut form, moment, &[insert("Ông Nguyễn Văn Tám gọi từ 0912345678")]);
        let (seen, _) = screen(&form, 80, 22);
        assert!(seen.contains("Có thể cho biết là ai"), "{seen}");
        assert_eq!(form.update(&Action::MaskPersonal, moment), Step::Stay);
        let text = form.text("text");
        assert!(!text.contains("Tám") && !text.contains("0912"), "{text}");
        assert_eq!(form.update(&Action::MaskPersonal, moment), Step::Unused);
        // An officer's name masked by mistake is taken back like any typing.
        act(&mut form, moment, &[Action::Input(InputEvent::Undo)]);
        assert_eq!(form.text("text"), "Ông Nguyễn Văn Tám gọi từ 0912345678");
    });
}

#[test]
fn a_suggestion_counts_until_it_is_refused_or_written_over() {
    with_moment(|moment| {
        let mut form = sample(moment);
        form.suggest("name", vec![Picked::new("", "Nước đục", "")]);
        assert_eq!(form.text("name"), "Nước đục");
        assert_eq!(form.update(&Action::Save, moment), Step::Save);
        form.go_to("name");
        act(&mut form, moment, &[Action::Input(InputEvent::Backspace)]);
        assert_eq!(form.text("name"), "");
        form.suggest("name", vec![Picked::new("", "Nước đục", "")]);
        assert!(form.is_empty("name"));
    });
}

const KEY: DraftKey = ("sample", uuid::Uuid::nil());

#[test]
fn a_draft_brings_every_field_back() {
    with_moment(|moment| {
        let (mut drafts, mut form) = (Drafts::default(), sample(moment).drafted(Some(KEY)));
        assert!(!form.is_dirty());
        act(&mut form, moment, &[insert("Hương")]);
        form.go_to("unit");
        act(&mut form, moment, &[insert("hoi"), Action::Open]);
        form.go_to("text");
        act(&mut form, moment, &[insert("Dòng một"), Action::Input(InputEvent::Newline), insert("hai")]);
        assert!(form.is_dirty());
        let Some(DraftWrite::Keep { body, .. }) = drafts.keep(&mut form, moment) else { panic!() };
        assert!(!form.is_dirty());
        // Moving about writes nothing again.
        act(&mut form, moment, &[Action::PreviousPane]);
        assert_eq!(drafts.keep(&mut form, moment), None);
        drafts.arrived(KEY);
        let open = |stored: &str| {
            let mut again = sample(moment).drafted(Some(KEY));
            let restored = Drafts::default().restore(&mut again, Some(stored.to_owned()), moment.words);
            (again, restored)
        };
        let (mut again, restored) = open(&body);
        assert!(restored);
        assert_eq!(again.text("name"), "Hương");
        assert_eq!(again.chosen("unit"), [units()[0].clone()]);
        assert_eq!(again.text("text"), "Dòng một\nhai");
        assert!(again.is_changed() && !again.is_dirty());
        // Asked first; nothing is typed into the form meanwhile, and what stood in it stands when the answer is no.
        assert_eq!(again.update(&Action::DropDraft, moment), Step::Stay);
        assert_eq!(again.place().name, "confirm");
        assert_eq!(again.update(&insert("x"), moment), Step::Unused);
        assert_eq!(again.update(&Action::Back, moment), Step::Stay);
        assert_eq!((again.text("name").as_str(), again.place().name), ("Hương", "form-line"));
        again.update(&Action::DropDraft, moment);
        assert_eq!(again.update(&Action::Open, moment), Step::Drop);
        for broken in ["", "[]", "{\"name\":", "{\"no_such\":\"x\"}"] {
            assert!(!open(broken).1, "{broken}");
        }
    });
}

#[test]
fn what_the_file_has_not_heard_of_yet_is_known() {
    with_moment(|moment| {
        let (mut drafts, mut form) = (Drafts::default(), sample(moment).drafted(Some(KEY)));
        act(&mut form, moment, &[insert("Hương")]);
        let (write, said) = drafts.leave(&mut form, moment);
        assert!(write.is_some() && said.is_some());
        let opened = |drafts: &Drafts, stored: Option<&str>| {
            let mut form = sample(moment).drafted(Some(KEY));
            drafts.restore(&mut form, stored.map(str::to_owned), moment.words);
            form.text("name")
        };
        assert_eq!(opened(&drafts, None), "Hương");
        // The record is saved before the file has the draft: a new form is empty, whatever is read meanwhile.
        drafts.saving(&form);
        assert_eq!(opened(&drafts, Some("{\"name\":\"Hương\"}")), "");
        drafts.arrived(KEY);
        drafts.answered(&form);
        assert_eq!(opened(&drafts, Some("{\"name\":\"Hoa\"}")), "Hoa");
        let short = sample(moment);
        drafts.saving(&short);
        assert_eq!(opened(&drafts, Some("{\"name\":\"Hoa\"}")), "Hoa", "a short form keeps no draft");
    });
}

#[test]
fn a_field_is_changed_until_it_is_as_it_was() {
    with_moment(|moment| {
        let mut form = sample(moment);
        let keys: Vec<Action> = vec![
            insert("a"),
            Action::Input(InputEvent::Right),
            insert(" "),
            Action::Input(InputEvent::Backspace),
            Action::Input(InputEvent::Undo),
            Action::Input(InputEvent::Newline),
            Action::Open,
        ];
        for field in ["name", "way", "unit", "on", "days", "phones", "rumour", "text"] {
            form.go_to(field);
            for key in &keys {
                form.update(key, moment);
                for field in &form.fields {
                    assert_eq!(field.changed(), field.stored() != field.opened, "{} {key:?}", field.name);
                }
                form.go_to(field);
            }
        }
    });
}

#[test]
fn the_cursor_stands_where_the_next_letter_goes_and_the_field_is_in_sight_on_any_size() {
    with_moment(|moment| {
        for (width, height) in [(80, 22), (120, 38), (60, 10), (40, 7)] {
            let mut form = sample(moment);
            for field in ["name", "way", "unit", "on", "days", "phones", "rumour", "text"] {
                form.go_to(field);
                let (seen, (x, y)) = screen(&form, width, height);
                let row = seen.lines().nth(usize::from(y)).unwrap();
                let label = form.field(field).unwrap().label.clone();
                assert!(row.contains(&label), "{field} at {width}×{height}: {row}\n{seen}");
                assert!(x > 4 && x < width, "{field}: {x}");
            }
        }
        let mut form = sample(moment);
        act(&mut form, moment, &[insert("Hương")]);
        let (seen, (x, y)) = screen(&form, 80, 22);
        let row = seen.lines().nth(usize::from(y)).unwrap();
        // The backend quotes its rows.
        let before: String = row.chars().skip(1).take(usize::from(x)).collect();
        assert!(before.ends_with("Hương"), "{row}");
    });
}

#[test]
fn what_does_not_fit_is_cut_with_a_sign() {
    with_moment(|moment| {
        let mut form = sample(moment);
        let long =
            "Nguyễn Thị Thanh Hương, Phó Chủ tịch Hội Liên hiệp Phụ nữ xã Lộc An, kiêm Chi hội trưởng thôn 3";
        act(&mut form, moment, &[insert(long)]);
        let (seen, _) = screen(&form, 80, 22);
        assert!(seen.lines().nth(1).unwrap().contains('…'), "{seen}");
        act(&mut form, moment, &[Action::NextPane]);
        let (seen, _) = screen(&form, 80, 22);
        assert!(seen.lines().nth(1).unwrap().contains('…'), "{seen}");
    });
}

#[test]
fn fields_beside_stand_in_a_second_column_from_120_columns_on() {
    with_moment(|moment| {
        let form = Form::new(
            "Phiếu",
            vec![Field::text("a", "Trái"), Field::text("b", "Phải").heading("Phần hai").beside()],
            moment,
        );
        let line = |width: u16, word: &str| {
            let (seen, _) = screen(&form, width, 20);
            seen.lines().position(|line| line.contains(word)).unwrap()
        };
        assert!(line(80, "Phải") > line(80, "Trái") + 1);
        assert!(line(120, "Phải") <= line(120, "Trái") + 1);
    });
}

#[test]
fn a_note_longer_than_the_line_is_whole() {
    with_moment(|moment| {
        let note = "Không đưa tài liệu có nội dung bí mật nhà nước vào chương trình này (Luật Bảo vệ bí mật nhà nước 2025).";
        let form = sample(moment).note(note);
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
        let look = Look::new(Wish::default());
        terminal.draw(|frame| form.draw(frame, frame.area(), &look, moment.words)).unwrap();
        let cells = terminal.backend().buffer().content.iter().map(ratatui::buffer::Cell::symbol);
        let rows: String = cells.skip(80).take(160).collect();
        assert_eq!(rows.split_whitespace().collect::<Vec<_>>().join(" "), note);
    });
}
