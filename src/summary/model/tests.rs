use super::text::OPEN;
use super::*;

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn section(number: u128, parent: Option<u128>) -> Section {
    Section { id: id(number), parent: parent.map(id), ..Section::default() }
}

#[test]
fn sections_are_numbered_by_level() {
    let sections = [
        section(1, None),
        section(2, None),
        section(3, Some(2)),
        section(4, Some(2)),
        section(5, Some(4)),
        section(6, None),
    ];
    let all: Vec<String> = numbers(&sections, |_| true).into_iter().map(|(_, number)| number).collect();
    assert_eq!(all, ["I-", "II-", "1.", "2.", "a)", "III-"]);
    let some: Vec<String> =
        numbers(&sections, |one| one.id != id(1)).into_iter().map(|(_, number)| number).collect();
    assert_eq!(some, ["", "I-", "1.", "2.", "a)", "II-"]);
    assert_eq!(roman(14), "XIV");
    assert_eq!((letter(4), letter(22), letter(23)), ("đ".into(), "y".into(), "aa".into()));
}

#[test]
fn sentences_end_after_their_citation() {
    let body = format!(
        "Nhiều ý kiến lo giá sách tăng{}. Có ý kiến đồng tình{}; chưa rõ.\nDòng khác.",
        citation(&[id(1), id(2)]),
        citation(&[id(3)])
    );
    let found = sentences(&body);
    assert_eq!(found.len(), 4);
    assert_eq!(
        found[0],
        Sentence { text: "Nhiều ý kiến lo giá sách tăng.".into(), sources: vec![id(1), id(2)] }
    );
    assert_eq!(found[1], Sentence { text: "Có ý kiến đồng tình;".into(), sources: vec![id(3)] });
    assert_eq!(found[2].text, "chưa rõ.");
    assert_eq!(found[3].text, "Dòng khác.");
    assert_eq!(cited(&body), [id(1), id(2), id(3)]);
    assert!(!without_citations(&body).contains(OPEN));
}

#[test]
fn brackets_that_cite_nothing_stay_text() {
    for text in ["⟦", "a ⟦b⟧ c", "⟦⟧", "⟧⟦"] {
        assert_eq!(without_citations(text), text);
        assert_eq!(Marked::of(text).0, text);
    }
}

#[test]
fn editing_cannot_break_a_citation() {
    let body = format!("một{} hai{}.", citation(&[id(1)]), citation(&[id(2), id(3)]));
    let (text, mut marked) = Marked::of(&body);
    assert_eq!(text.chars().count(), "một hai.".chars().count() + 2);
    assert_eq!(marked.body(&text), body);
    // The first citation is deleted, the second moved to the front, a new one added.
    let signs: Vec<char> = text.chars().filter(|sign| Marked::is_mark(*sign)).collect();
    let new = marked.take_in(&citation(&[id(9)]));
    let edited = format!("{}hai{new}", signs[1]);
    assert_eq!(marked.body(&edited), format!("{}hai{}", citation(&[id(2), id(3)]), citation(&[id(9)])));
    assert_eq!(marked.sources(signs[1]), [id(2), id(3)]);
    // A sign from elsewhere stands for nothing.
    assert_eq!(marked.body("a\u{F1234}b"), "ab");
}

#[test]
fn an_edited_text_is_told_from_the_stored_one_without_being_written_out() {
    let body = format!("{0}một{1}{0}\n\nhai{1}", citation(&[id(1)]), citation(&[id(2), id(3)]));
    let (text, marked) = Marked::of(&body);
    let reads = |text: &str, body: &str| marked.is_body(text.split('\n'), body);
    assert!(reads(&text, &body));
    assert!(marked.is_body([""], "") && !marked.is_body([""], "\n") && marked.is_body(["", ""], "\n"));
    // Every text that differs in one letter, mark or line end is another, at either side.
    for (at, letter) in text.char_indices() {
        let without = [&text[..at], &text[at + letter.len_utf8()..]].concat();
        assert!(!reads(&without, &body), "{at}");
        assert!(reads(&without, &marked.body(&without)), "{at}");
        assert!(!reads(&text, &marked.body(&without)), "{at}");
    }
    assert!(!reads(&format!("{text} "), &body) && !reads(&text, &format!("{body}\n")));
    // A sign from elsewhere stands for nothing, here as in the file.
    assert!(reads(&format!("{text}\u{F1234}"), &body));
}

#[test]
fn citations_go_to_another_editor_and_back_as_numbers() {
    let body = format!("Giá điện{}, nước{}.", citation(&[id(1)]), citation(&[id(2)]));
    let (text, marked) = Marked::of(&body);
    let outside = marked.for_own_editor(&text);
    assert_eq!(outside, "Giá điện[▸1], nước[▸2].");
    assert_eq!(marked.read_back(&outside), text);
    let moved = marked.read_back("Nước[▸2] [▸9] [▸x] [▸4294967295] [▸0]");
    assert_eq!(marked.body(&moved), format!("Nước{} [▸9] [▸x] [▸4294967295] [▸0]", citation(&[id(2)])));
}
