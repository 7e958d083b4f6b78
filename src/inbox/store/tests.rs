//! Tests of the store over a real file.

use chrono::NaiveDateTime;
use tempfile::TempDir;
use uuid::Uuid;

use super::*;
use crate::file::{FileError, OfficeFile, Who};
use crate::inbox::model::{ItemKind, NewItem, NewReport, NewStream, Triage, Urgency, Verification};
use crate::inbox::rows::ItemRow;
use crate::office;
use crate::screen::list::Wanted;

mod charts;
mod docs;
mod issues;
mod orientations;
mod overdue;
mod texts;
mod views;

fn eyes() -> Eyes {
    Eyes { mark: "H".to_owned(), person: String::new(), today: "2026-11-22".parse().unwrap() }
}

/// The list of a shipped view.
fn view(conn: &rusqlite::Connection, code: &str) -> Ask {
    let view = views(conn).unwrap().into_iter().find(|view| view.code == code).unwrap();
    Ask::of_filter(conn, &view.filter, &eyes()).unwrap().unwrap()
}

struct Office {
    file: OfficeFile,
    _folder: TempDir,
}

fn office() -> Office {
    let folder = tempfile::tempdir().unwrap();
    let file = office::create(&folder.path().join("a.duluan"), Who::default()).unwrap();
    Office { file, _folder: folder }
}

fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn item(title: &str) -> NewItem {
    NewItem {
        title: title.to_owned(),
        body: format!("{title}, theo phản ánh của bà con."),
        ..NewItem::default()
    }
}

fn report(received: &str, items: Vec<NewItem>) -> NewReport {
    NewReport {
        received_at: Some(at(received)), title: "Báo cáo".to_owned(), items, ..NewReport::default()
    }
}

impl Office {
    fn enter(&mut self, reports: &[NewReport]) -> Vec<Uuid> {
        self.file
            .write("import-reports", |tx| {
                let mut numbering = Numbering::with_prefix(tx, "LA", "H")?;
                reports
                    .iter()
                    .map(|report| insert_report(tx, report, &mut numbering))
                    .collect::<Result<_, FileError>>()
            })
            .unwrap()
            .value
    }

    fn decide(&mut self, items: &[Uuid], decision: &Decision) -> usize {
        self.file.write(decision.action(), |tx| decide(tx, items, decision)).unwrap().value
    }

    fn rows(&self, code: &str) -> Vec<ItemRow> {
        let ask = view(self.file.connection(), code);
        page(self.file.connection(), &ask, &Wanted::First, 50).unwrap().0
    }

    fn titles(&self, code: &str) -> Vec<String> {
        self.rows(code).into_iter().map(|row| row.title).collect()
    }

    fn item(&self, title: &str) -> Uuid {
        let rows = self.rows("all");
        rows.into_iter().find(|row| row.title == title).unwrap().item
    }
}

fn three_days() -> Office {
    let mut office = office();
    let rumour = NewItem {
        kind: ItemKind::Rumour,
        verification: Verification::Unverified,
        ..item("Tin đồn thu phí cầu mới")
    };
    let mut urgent = report("2026-11-20 08:00", vec![item("Nước sinh hoạt đục"), item("Giá sách giáo khoa")]);
    urgent.urgency = Urgency::Urgent;
    office.enter(&[
        report("2026-11-18 08:00", vec![item("Bồi thường đường tránh")]),
        urgent,
        report("2026-11-19 09:30", vec![rumour]),
    ]);
    office
}

#[test]
fn arrival_numbers_count_on_from_the_last_one_of_the_mark() {
    let mut office = office();
    let ids = office.enter(&[report("2026-11-20 08:00", vec![]), report("2026-11-20 08:01", vec![])]);
    let rows = report_rows(office.file.connection(), &ids).unwrap();
    assert_eq!(rows[0].arrival_number, "LA-H-0001");
    assert_eq!(rows[1].arrival_number, "LA-H-0002");
    let conn = office.file.connection();
    assert_eq!(Numbering::with_prefix(conn, "LA", "H").unwrap().take(), "LA-H-0003");
    assert_eq!(Numbering::with_prefix(conn, "LA", "T").unwrap().take(), "LA-T-0001");
    assert_eq!(Numbering::with_prefix(conn, "LA", "").unwrap().take(), "LA-0001");
    assert_eq!(Numbering::with_prefix(conn, "", "").unwrap().take(), "0001");
}

#[test]
fn lists_run_newest_first_and_items_of_a_report_in_its_order() {
    let office = three_days();
    assert_eq!(
        office.titles("all"),
        ["Nước sinh hoạt đục", "Giá sách giáo khoa", "Tin đồn thu phí cầu mới", "Bồi thường đường tránh"]
    );
    assert_eq!(office.titles("urgent"), ["Nước sinh hoạt đục", "Giá sách giáo khoa"]);
    assert_eq!(office.titles("rumour"), ["Tin đồn thu phí cầu mới"]);
}

#[test]
fn pages_go_on_in_both_directions() {
    let mut office = office();
    let reports: Vec<NewReport> =
        (0..30).map(|n| report(&format!("2026-11-01 08:{n:02}"), vec![item(&format!("Việc {n}"))])).collect();
    office.enter(&reports);
    let ask = Ask::all();
    let conn = office.file.connection();
    let of = |wanted: &Wanted<i64>, limit: usize| {
        let (rows, more) = page(conn, &ask, wanted, limit).unwrap();
        let titles: Vec<String> = rows.iter().map(|row| row.title.replace("Việc ", "")).collect();
        (titles.join(" "), more, rows.first().map(|row| row.doc), rows.last().map(|row| row.doc))
    };
    let (titles, more, first, last) = of(&Wanted::First, 4);
    assert_eq!((titles.as_str(), more), ("29 28 27 26", true));
    let (titles, more, next, _) = of(&Wanted::After(last.unwrap()), 3);
    assert_eq!((titles.as_str(), more), ("25 24 23", true));
    let (titles, more, ..) = of(&Wanted::Before(next.unwrap()), 10);
    assert_eq!((titles.as_str(), more), ("29 28 27 26", false));
    let (titles, more, ..) = of(&Wanted::From(next.unwrap()), 2);
    assert_eq!((titles.as_str(), more), ("25 24", true));
    let (titles, more, ..) = of(&Wanted::Last, 3);
    assert_eq!((titles.as_str(), more), ("2 1 0", true));
    let (titles, more, ..) = of(&Wanted::Before(first.unwrap()), 3);
    assert_eq!((titles.as_str(), more), ("", false));
    assert_eq!(count(conn, &ask).unwrap(), 30);
}

#[test]
fn a_decision_moves_an_item_between_views() {
    let mut office = three_days();
    let water = office.item("Nước sinh hoạt đục");
    let books = office.item("Giá sách giáo khoa");
    assert_eq!(office.decide(&[water, books], &Decision::Triage(Triage::Included, String::new())), 2);
    assert_eq!(office.titles("new"), ["Tin đồn thu phí cầu mới", "Bồi thường đường tránh"]);
    assert!(office.titles("urgent").is_empty());
    // Deciding the same again is no change.
    assert_eq!(office.decide(&[water], &Decision::Triage(Triage::Included, String::new())), 0);
    office.decide(&[water], &Decision::Triage(Triage::Waiting, "hỏi lại số hộ".to_owned()));
    assert_eq!(office.titles("waiting"), ["Nước sinh hoạt đục"]);
    let card = item_cards(office.file.connection(), &[water]).unwrap().remove(0);
    assert_eq!(card.triage_reason, "hỏi lại số hộ");
}

#[test]
fn a_duplicate_points_at_the_first_of_its_kind_and_never_at_itself() {
    let mut office = three_days();
    let water = office.item("Nước sinh hoạt đục");
    let books = office.item("Giá sách giáo khoa");
    let road = office.item("Bồi thường đường tránh");
    assert_eq!(office.decide(&[books, water], &Decision::Duplicate(water)), 1);
    office.decide(&[road], &Decision::Duplicate(books));
    let cards = item_cards(office.file.connection(), &[road, water]).unwrap();
    assert_eq!(cards[0].row.triage, Triage::Duplicate);
    assert_eq!(cards[0].duplicate_of.as_ref().map(|(_, title)| title.as_str()), Some("Nước sinh hoạt đục"));
    assert_eq!(cards[1].row.triage, Triage::New);
    // Two that name each other do not make a ring of lost items.
    assert_eq!(office.decide(&[water], &Decision::Duplicate(books)), 0);
}

#[test]
fn verification_makes_a_rumour_and_takes_it_back() {
    let mut office = three_days();
    let road = office.item("Bồi thường đường tránh");
    office.decide(&[road], &Decision::Verify(Verification::Checking));
    assert_eq!(office.titles("rumour").len(), 2);
    office.decide(&[road], &Decision::Verify(Verification::ConfirmedFalse));
    assert_eq!(office.titles("rumour").len(), 1);
    office.decide(&[road], &Decision::Verify(Verification::None));
    assert_eq!(office.rows("all")[3].kind, ItemKind::Opinion);
}

#[test]
fn an_issue_gives_its_grade_to_its_items_and_takes_it_back() {
    let mut office = three_days();
    let road = office.item("Bồi thường đường tránh");
    office.decide(&[road], &Decision::NewIssue("Đường tránh".to_owned(), "hot_spot"));
    assert_eq!(office.titles("risk"), ["Bồi thường đường tránh"]);
    let found = issues(office.file.connection()).unwrap();
    assert_eq!(found[0].title, "Đường tránh");
    assert_eq!(items_of_issues(office.file.connection()).unwrap()[&found[0].id], 1);
    office.decide(&[road], &Decision::Issue(None));
    assert!(office.titles("risk").is_empty());
}

#[test]
fn topics_are_set_on_all_and_taken_away_when_all_have_them() {
    let mut office = three_days();
    let topic = office.file.write("topic", |tx| insert_topic(tx, "Nước sạch", None)).unwrap().value;
    let water = office.item("Nước sinh hoạt đục");
    let books = office.item("Giá sách giáo khoa");
    let topics = |office: &Office, item| {
        let card = item_cards(office.file.connection(), &[item]).unwrap().remove(0);
        card.topics.len()
    };
    office.decide(&[water], &Decision::Topic(topic));
    office.decide(&[water, books], &Decision::Topic(topic));
    assert_eq!((topics(&office, water), topics(&office, books)), (1, 1));
    office.decide(&[water, books], &Decision::Topic(topic));
    assert_eq!((topics(&office, water), topics(&office, books)), (0, 0));
    office.decide(&[water], &Decision::Topic(topic));
    assert_eq!(topics(&office, water), 1);
}

#[test]
fn derived_rows_built_anew_are_those_kept_up_to_date() {
    let mut office = three_days();
    let road = office.item("Bồi thường đường tránh");
    office.decide(&[road], &Decision::NewIssue("Đường tránh".to_owned(), "risk"));
    let all = |office: &Office| -> Vec<(i64, Uuid, String, i64)> {
        let mut rows = office
            .file
            .connection()
            .prepare("SELECT doc, item, triage || urgency || kind || verification || grade, text_hash FROM item_doc ORDER BY doc")
            .unwrap();
        rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect()
    };
    let kept = all(&office);
    rebuild_docs(office.file.connection()).unwrap();
    assert_eq!(all(&office), kept);
}

#[test]
fn words_are_found_without_marks_and_the_right_marks_come_first() {
    let mut office = three_days();
    office.enter(&[
        report("2026-11-01 08:00", vec![item("Giá đất đai tăng")]),
        report("2026-11-02 08:00", vec![item("Dát vàng ở đại sảnh")]),
    ]);
    let conn = office.file.connection();
    let vocabulary = crate::search::Vocabulary::load(conn).unwrap();
    let titles = |typed: &str| -> Vec<String> {
        let (rows, more) = found(conn, &vocabulary, typed).unwrap();
        assert!(!more);
        rows.into_iter().map(|row| row.title).collect()
    };
    assert_eq!(titles("dat dai"), ["Giá đất đai tăng", "Dát vàng ở đại sảnh"]);
    assert_eq!(titles("đất"), ["Giá đất đai tăng"]);
    assert_eq!(titles("nuoc sinh ho"), ["Nước sinh hoạt đục"]);
    assert!(titles("không có gì").is_empty());
}

#[test]
fn personal_numbers_are_flagged_and_never_indexed() {
    let mut office = three_days();
    let body = "Bà con phản ánh nước đục.\nLiên hệ 0912 345 678 để xem.".to_owned();
    let told = NewItem { title: "Phản ánh nước".to_owned(), body, ..NewItem::default() };
    office.enter(&[report("2026-11-21 08:00", vec![told])]);
    let conn = office.file.connection();
    let card = item_cards(conn, &[office.item("Phản ánh nước")]).unwrap().remove(0);
    assert_eq!(card.warnings.len(), 1);
    assert_eq!((card.warnings[0].kind, card.warnings[0].line), ("phone", 2));
    let vocabulary = crate::search::Vocabulary::load(conn).unwrap();
    assert!(found(conn, &vocabulary, "0912").unwrap().0.is_empty());
    assert_eq!(found(conn, &vocabulary, "lien he").unwrap().0.len(), 1);
}

#[test]
fn a_topics_name_finds_its_items_before_scattered_words() {
    let mut office = office();
    let land =
        topics(office.file.connection()).unwrap().into_iter().find(|topic| topic.code == "dat_dai").unwrap();
    let scattered = NewItem {
        body: "Trên thửa đất ấy con đường kéo dài.".into(), ..item("Đường liên thôn")
    };
    let about = NewItem { topics: vec![land.id], ..item("Giá bồi thường thấp") };
    office.enter(&[report("2026-11-18 08:00", vec![about]), report("2026-11-20 08:00", vec![scattered])]);
    let find = |office: &Office| -> Vec<String> {
        let conn = office.file.connection();
        let vocabulary = crate::search::Vocabulary::load(conn).unwrap();
        found(conn, &vocabulary, "dat dai").unwrap().0.into_iter().map(|row| row.title).collect()
    };
    assert_eq!(find(&office), ["Giá bồi thường thấp", "Đường liên thôn"]);
    // Taken away, the topic finds it no longer.
    let item = office.item("Giá bồi thường thấp");
    office.decide(&[item], &Decision::Topic(land.id));
    assert_eq!(find(&office), ["Đường liên thôn"]);
}

#[test]
fn items_are_found_by_the_names_their_unit_and_collaborator_bear_now() {
    use crate::roster::model::{NewCollaborator, NewUnit};
    use crate::roster::store as roster;

    let mut office = office();
    let huong = NewCollaborator { full_name: "Lò Thị Hương".into(), ..NewCollaborator::default() };
    let (unit, person) = office
        .file
        .write("roster-import", |tx| {
            let unit = roster::insert_unit(tx, &NewUnit::named("thôn Khe Tre"))?;
            Ok::<_, FileError>((unit, roster::insert_collaborator(tx, &huong)?))
        })
        .unwrap()
        .value;
    let sent = NewReport {
        unit: Some(unit),
        collaborator: Some(person),
        ..report("2026-11-20 08:00", vec![item("Nước đục")])
    };
    office.enter(&[sent]);
    office
        .file
        .write("unit-edit", |tx| {
            roster::update_unit(tx, unit, &NewUnit::named("thôn Bản Lác"))?;
            let known = NewCollaborator { full_name: "Lò Thị Ỏm".into(), ..huong };
            Ok::<_, FileError>(roster::update_collaborator(tx, person, &known)?)
        })
        .unwrap();
    let conn = office.file.connection();
    let vocabulary = crate::search::Vocabulary::load(conn).unwrap();
    let count = |typed: &str| found(conn, &vocabulary, typed).unwrap().0.len();
    assert_eq!((count("ban lac"), count("lo thi om")), (1, 1));
    assert_eq!((count("khe tre"), count("huong")), (0, 0));
}

#[test]
fn the_most_alike_items_are_offered_first() {
    let mut office = three_days();
    let again = item("Nước sinh hoạt đục kéo dài");
    office.enter(&[report("2026-11-21 08:00", vec![again])]);
    let water = office.item("Nước sinh hoạt đục");
    let (own, like) = alike(office.file.connection(), water).unwrap().unwrap();
    assert_eq!(own.row.title, "Nước sinh hoạt đục");
    assert_eq!(like[0].card.row.title, "Nước sinh hoạt đục kéo dài");
    assert!(like[0].share > 50);
}

#[test]
fn what_was_sent_again_is_told_with_the_number_it_came_under_first() {
    let mut office = office();
    let body = "Nước sinh hoạt ở thôn Đông Thượng đục kéo dài sáu ngày nay, bà con phải mua nước bình để nấu ăn, lo ảnh \
        hưởng sức khỏe trẻ nhỏ và người già; đề nghị nhà máy nước súc xả đường ống và trả lời bằng văn bản.";
    let water =
        |body: &str| NewItem { title: "Nước đục".into(), body: body.into(), ..NewItem::default() };
    office.enter(&[report("2026-10-20 08:00", vec![water(body)])]);
    let again = office.enter(&[
        report("2026-10-22 08:00", vec![water(&body.replace("sáu", "bảy"))]),
        report("2026-10-23 08:00", vec![item("Giá sách")]),
    ]);
    let conn = office.file.connection();
    let found = sent_again(conn, &again).unwrap();
    assert_eq!(found.len(), 1, "{found:?}");
    let (first, second) = (&found[0].earlier, &found[0].number);
    assert!(first < second && found[0].share >= 75 && found[0].title == "Nước đục", "{found:?}");
    // A year later it is another matter, and what is set down as a duplicate needs no second word.
    let late = office.enter(&[report("2027-10-22 08:00", vec![water(body)])]);
    assert!(sent_again(office.file.connection(), &late).unwrap().is_empty());
    let original = office.rows("all").into_iter().find(|row| row.arrival_number == *first).unwrap().item;
    office.decide(&[found[0].item], &Decision::Duplicate(original));
    assert!(sent_again(office.file.connection(), &again).unwrap().is_empty());
}

#[test]
fn a_whole_report_is_read_with_its_items_and_files() {
    let mut office = office();
    let stream = NewStream {
        group_name: "phụ huynh".to_owned(),
        gist: "Giá sách tăng".to_owned(),
        ..NewStream::default()
    };
    let mut new = report("2026-11-20 08:00", vec![NewItem { streams: vec![stream], ..item("Giá sách") }]);
    new.source_key = "sha256:abc".to_owned();
    new.attachments.push(crate::inbox::model::NewAttachment {
        name: "BC.docx".to_owned(),
        bytes: vec![7; 1000],
        original: true,
        ..Default::default()
    });
    let id = office.enter(&[new])[0];
    let conn = office.file.connection();
    let card = report_card(conn, id).unwrap().unwrap();
    assert_eq!(card.items[0].streams[0].group_name, "phụ huynh");
    assert_eq!((card.attachments[0].name.as_str(), card.attachments[0].size), ("BC.docx", 1000));
    assert_eq!(find_by_source_key(conn, "sha256:abc").unwrap(), Some(id));
    assert_eq!(find_by_source_key(conn, "").unwrap(), None);
}

#[test]
fn a_split_item_gives_each_part_its_streams_and_is_joined_again() {
    let mut office = office();
    let stream = |gist: &str| NewStream { gist: gist.to_owned(), ..NewStream::default() };
    let both = NewItem {
        title: "Điện, nước".into(),
        body: "Giá điện tăng, hóa đơn khó hiểu.\nNước sinh hoạt đục cả tuần nay.".into(),
        streams: vec![stream("hóa đơn khó hiểu"), stream("nước sinh hoạt đục cả tuần")],
        forecast: "Còn kéo dài.".into(),
        ..NewItem::default()
    };
    let report = office.enter(&[report("2026-11-20 08:00", vec![both, item("Giá sách")])])[0];
    let first = office.item("Điện, nước");
    office.decide(&[first], &Decision::Triage(Triage::Included, String::new()));
    let part =
        |title: &str, body: &str| NewItem { title: title.into(), body: body.into(), ..NewItem::default() };
    let parts =
        [part("", "Giá điện tăng, hóa đơn khó hiểu."), part("Nước đục", "Nước sinh hoạt đục cả tuần nay.")];
    office.file.write("split-item", |tx| split(tx, first, &parts)).unwrap();
    let told = |office: &Office| -> Vec<(String, String, Vec<String>)> {
        let card = report_card(office.file.connection(), report).unwrap().unwrap();
        let gists =
            |card: &crate::inbox::rows::ItemCard| card.streams.iter().map(|s| s.gist.clone()).collect();
        card.items.iter().map(|card| (card.row.title.clone(), card.body.clone(), gists(card))).collect()
    };
    let row = |title: &str, body: &str, gists: &[&str]| {
        (title.to_owned(), body.to_owned(), gists.iter().map(|gist| (*gist).to_owned()).collect::<Vec<_>>())
    };
    let books = row("Giá sách", "Giá sách, theo phản ánh của bà con.", &[]);
    let apart = [
        row("Điện, nước", "Giá điện tăng, hóa đơn khó hiểu.", &["hóa đơn khó hiểu"]),
        row("Nước đục", "Nước sinh hoạt đục cả tuần nay.", &["nước sinh hoạt đục cả tuần"]),
        books.clone(),
    ];
    assert_eq!(told(&office), apart);
    // The new part is as far in triage as the whole was.
    assert_eq!(office.rows("new").len(), 1);
    let water = office.item("Nước đục");
    office.file.write("join-items", |tx| join(tx, water)).unwrap();
    let whole = "Giá điện tăng, hóa đơn khó hiểu.\nNước đục\nNước sinh hoạt đục cả tuần nay.";
    let gists = ["hóa đơn khó hiểu", "nước sinh hoạt đục cả tuần"];
    assert_eq!(told(&office), [row("Điện, nước", whole, &gists), books]);
    office.file.undo().unwrap();
    assert_eq!(told(&office), apart);
    office.file.undo().unwrap();
    assert_eq!(told(&office).len(), 2);
    assert_eq!(told(&office)[0].2.len(), 2);
    // The first of a report has nothing before it.
    assert!(!office.file.write("join-items", |tx| join(tx, first)).unwrap().value);
}
