//! The outline of a synthesis, over a real file.

use super::*;

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
    desk.act(&Action::Down);
    desk.act(&Action::Open);
    assert_eq!(headings(&desk)[1], "Điểm nổi bật");
    // Kept again under its name it is replaced, not doubled.
    desk.act(&Action::KeepOutline);
    desk.write("Báo cáo của xã");
    desk.act(&Action::Open);
    assert_eq!(store::templates(desk.file.connection()).unwrap().len(), 2);
}
