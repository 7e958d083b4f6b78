//! The outline of a synthesis, over a real file.

use super::*;
use crate::inbox::model::PeriodKind;

fn headings(desk: &Desk) -> Vec<String> {
    let id = desk.open().synthesis.id;
    let synthesis = store::synthesis(desk.file.connection(), id).unwrap().unwrap();
    synthesis.sections.into_iter().map(|section| section.heading).collect()
}

fn here(desk: &Desk) -> String {
    desk.open().here().unwrap().heading.clone()
}

#[test]
fn sections_are_added_named_moved_and_taken_off() {
    let mut desk = Desk::new((100, 30));
    desk.draft(LOCAL);
    let before = headings(&desk);
    desk.act(&Action::New);
    desk.write("Tình hình tôn giáo");
    desk.act(&Action::Open);
    let at = before.iter().position(|heading| heading == LOCAL).unwrap();
    assert_eq!(headings(&desk)[at + 1], "Tình hình tôn giáo");
    assert_eq!(here(&desk), "Tình hình tôn giáo", "the cursor stands on it");
    let screen = desk.screen();
    assert!(screen.contains("4. Tình hình tôn giáo"), "it is numbered on its level: {screen}");
    desk.act(&Action::ScrollUp);
    assert_eq!(headings(&desk)[at], "Tình hình tôn giáo");
    assert_eq!(here(&desk), "Tình hình tôn giáo");
    desk.act(&Action::Edit);
    desk.act(&Action::Input(InputEvent::SelectAll));
    desk.write("Tôn giáo, dân tộc");
    desk.act(&Action::Open);
    assert_eq!(here(&desk), "Tôn giáo, dân tộc");
    // It holds text like any other.
    desk.act(&Action::Open);
    desk.write("Các họ đạo ổn định.");
    desk.act(&Action::Save);
    assert_eq!(desk.stored("Tôn giáo, dân tộc"), "Các họ đạo ổn định.");
    desk.act(&Action::PreviousPane);
    desk.act(&Action::Delete);
    desk.act(&Action::Open);
    assert_eq!(headings(&desk), before);
    desk.file.undo().unwrap();
    assert_eq!(desk.stored("Tôn giáo, dân tộc"), "Các họ đạo ổn định.");
}

#[test]
fn a_section_takes_all_below_it_along() {
    let mut desk = Desk::new((100, 30));
    desk.draft("Những vấn đề dư luận quan tâm");
    let before = headings(&desk);
    desk.act(&Action::NewBelow);
    desk.write("Tin đồn");
    desk.act(&Action::Open);
    assert_eq!(headings(&desk)[5], "Tin đồn", "the last one below it");
    desk.select("Những vấn đề dư luận quan tâm");
    desk.act(&Action::ScrollUp);
    let moved = headings(&desk);
    assert_eq!(moved[0], "Những vấn đề dư luận quan tâm");
    assert_eq!((moved[4].as_str(), moved[5].as_str()), ("Tin đồn", "Tình hình chung"));
    desk.act(&Action::Delete);
    let asked = desk.screen();
    assert!(asked.contains("4 mục con"), "{asked}");
    desk.act(&Action::Open);
    assert_eq!(headings(&desk).len(), before.len() - 4);
    // What it cited is carried no more.
    let kept = store::kept(desk.file.connection(), desk.open().synthesis.id).unwrap();
    let sections = &desk.open().synthesis.sections;
    let cited: std::collections::BTreeSet<Uuid> =
        sections.iter().flat_map(|section| crate::summary::model::cited(&section.body)).collect();
    assert_eq!(kept.cited.keys().copied().collect::<std::collections::BTreeSet<_>>(), cited);
}

#[test]
fn an_outline_is_kept_as_a_template_and_chosen_for_the_next() {
    let mut desk = Desk::new((100, 30));
    desk.draft("Tình hình chung");
    desk.act(&Action::New);
    desk.write("Điểm nổi bật");
    desk.act(&Action::Open);
    desk.act(&Action::KeepOutline);
    desk.write("Báo cáo của xã");
    desk.act(&Action::Open);
    assert!(desk.last_notice().text.contains("làm mẫu"));
    desk.act(&Action::Back);
    desk.act(&Action::New);
    desk.act(&Action::Input(InputEvent::SelectAll));
    desk.write("9/2026");
    desk.act(&Action::Open);
    let asked = desk.screen();
    assert!(asked.contains("Báo cáo của xã") && asked.contains("Điểm nổi bật"), "{asked}");
    // The office's own is offered before the shipped ones.
    desk.act(&Action::Open);
    assert_eq!(headings(&desk)[1], "Điểm nổi bật");
    // Kept again under its name it is replaced, not doubled.
    desk.act(&Action::KeepOutline);
    desk.write("Báo cáo của xã");
    desk.act(&Action::Open);
    let templates = store::templates(desk.file.connection(), PeriodKind::Month).unwrap();
    assert_eq!(templates.iter().filter(|template| template.code.is_empty()).count(), 1);
}

/// Starts a synthesis of a period and gives the screen that asks for its outline.
fn asked_for(desk: &mut Desk, period: &str) -> String {
    desk.act(&Action::New);
    desk.act(&Action::Input(InputEvent::SelectAll));
    desk.write(period);
    desk.act(&Action::Open);
    desk.screen()
}

#[test]
fn the_outline_offered_follows_the_kind_of_the_period() {
    let mut desk = Desk::new((100, 30));
    for (period, first) in [
        ("10/2026", "Báo cáo thường kỳ"),
        ("tuần 41", "Báo cáo tuần"),
        ("quý 4/2026", "Báo cáo quý"),
        ("6 tháng cuối năm 2026", "Báo cáo 6 tháng"),
        ("năm 2026", "Báo cáo năm"),
        ("05/10-09/10/2026", "Báo cáo nhanh"),
    ] {
        let asked = asked_for(&mut desk, period);
        let line = asked.lines().find(|line| line.contains("Báo cáo")).unwrap();
        assert!(line.contains(first), "{period}: {asked}");
        desk.act(&Action::Back);
    }
    asked_for(&mut desk, "05/10-09/10/2026");
    desk.act(&Action::Open);
    assert_eq!(
        desk.open().synthesis.title,
        "nhanh tình hình dư luận xã hội từ ngày 05/10/2026 đến ngày 09/10/2026"
    );
    assert!(desk.stored("Các luồng ý kiến trong dư luận").contains("giá bộ sách tăng"));
}

#[test]
fn a_thematic_one_asks_for_its_topic_and_tells_nothing_else() {
    let mut desk = Desk::new((100, 30));
    asked_for(&mut desk, "10/2026");
    desk.write("chuyen de");
    desk.act(&Action::Open);
    assert!(desk.screen().contains("Chuyên đề về lĩnh vực nào?"), "{}", desk.screen());
    desk.write("giao duc");
    desk.act(&Action::Open);
    assert_eq!(desk.open().synthesis.title, "chuyên đề dư luận xã hội về giáo dục tháng 10/2026");
    let told = desk.stored("Các luồng ý kiến trong dư luận");
    assert!(told.contains("giá bộ sách tăng") && !told.contains("thu phí"), "{told}");
    assert!(desk.stored("Khái quát tình hình").contains("đã tiếp nhận 1⟦"), "only its reports are counted");
    // The month's own synthesis is another one.
    desk.act(&Action::Back);
    desk.draft("Tình hình chung");
    assert!(desk.stored(LOCAL).contains("thu phí"));
    assert_eq!(desk.state.rows.as_ref().unwrap().len(), 2);
}

#[test]
fn the_report_on_the_offices_work_counts_what_the_file_holds() {
    let mut desk = Desk::new((100, 30));
    desk.draft("Tình hình chung");
    let id = desk.open().synthesis.id;
    store::issue(&mut desk.file, id, &store::Issue::default()).unwrap();
    desk.act(&Action::Back);
    asked_for(&mut desk, "10/2026");
    desk.write("ket qua cong tac");
    desk.act(&Action::Open);
    assert_eq!(desk.open().synthesis.title, "kết quả công tác dư luận xã hội tháng 10/2026");
    let told = desk.stored("Tiếp nhận, tổng hợp và báo cáo");
    assert!(
        told.contains("tiếp nhận 3⟦#reports⟧ báo cáo") && told.contains("1⟦#work:sent⟧ báo cáo"),
        "{told}"
    );
    assert!(desk.stored("Mạng lưới cộng tác viên dư luận xã hội").contains("⟦#work:collaborators⟧"));
    // It tells no matters and is not asked for them; its numbers are checked.
    assert!(desk.open().checks.is_empty(), "{:?}", desk.open().checks);
    desk.select("Mạng lưới cộng tác viên dư luận xã hội");
    desk.act(&Action::Open);
    desk.act(&Action::Input(InputEvent::SelectAll));
    desk.act(&Action::Input(InputEvent::Backspace));
    desk.write("Có 7");
    desk.act(&Action::Save);
    let section = desk.open().here().unwrap().id;
    let body = "Có 7⟦#work:collaborators⟧ cộng tác viên.";
    let synthesis = desk.open().synthesis.id;
    store::save_section(&mut desk.file, synthesis, section, "2026-11-02T08:00:00", body).unwrap();
    desk.act(&Action::Refresh);
    assert_eq!(desk.open().checks[0].kind(), "numbers_disagree");
}
