//! Streams pointed out in a text, and names masked in it.

use super::*;
use crate::inbox::model::Tendency;

#[test]
fn streams_are_added_behind_the_others_changed_and_taken_away() {
    let mut office = three_days();
    let water = office.item("Nước sinh hoạt đục");
    let stream = |gist: &str| NewStream { gist: gist.to_owned(), ..NewStream::default() };
    let add = |office: &mut Office, gist: &str| {
        office.file.write("stream-enter", |tx| add_streams(tx, water, &[stream(gist)])).unwrap();
    };
    add(&mut office, "Nước đục.");
    add(&mut office, "Phải mua nước.");
    let streams = |office: &Office| item_cards(office.file.connection(), &[water]).unwrap().remove(0).streams;
    let found = streams(&office);
    assert_eq!(
        found.iter().map(|one| one.gist.as_str()).collect::<Vec<_>>(),
        ["Nước đục.", "Phải mua nước."]
    );
    let (first, second) = (found[0].id, found[1].id);
    office.file.write("stream-edit", |tx| set_tendency(tx, &[second], Tendency::Disagree)).unwrap();
    assert_eq!(streams(&office)[1].tendency, Tendency::Disagree);
    office.file.write("stream-remove", |tx| remove_streams(tx, &[first])).unwrap();
    assert_eq!(streams(&office).len(), 1);
}

#[test]
fn what_tells_who_somebody_is_is_found_in_every_text_and_masked_but_for_what_stays() {
    let mut office = office();
    let told = NewItem {
        title: "Chị Lê Thị Hoa hỏi về đường".to_owned(),
        body: "Gọi chị Lê Thị Hoa số 0912 345 678. Đồng chí Trần Văn Nam, Chủ tịch UBND xã đã trả lời."
            .to_owned(),
        recommendation: "Liên hệ anh Ba Tèo.".to_owned(),
        streams: vec![NewStream {
            gist: "số 0912 345 678 gọi không được".to_owned(),
            ..NewStream::default()
        }],
        ..NewItem::default()
    };
    office.enter(&[report("2026-11-20 08:00", vec![told])]);
    let item = office.rows("all")[0].item;
    let found = flagged(office.file.connection(), &[item]).unwrap();
    let words: Vec<&str> = found.iter().map(|one| one.text.as_str()).collect();
    assert!(words.contains(&"0912 345 678") && words.contains(&"anh Ba Tèo"), "{words:?}");
    assert!(!words.iter().any(|word| word.contains("Trần Văn Nam")), "an official may be named: {words:?}");
    assert_eq!(
        words.iter().filter(|word| **word == "0912 345 678").count(),
        1,
        "once, though it stands twice"
    );
    assert!(found.iter().all(|one| one.number == "LA-H-0001"));
    let stay = ["anh Ba Tèo".to_owned()];
    assert!(office.file.write("item-mask", |tx| mask(tx, item, &stay)).unwrap().value);
    let card = item_cards(office.file.connection(), &[item]).unwrap().remove(0);
    let all = format!("{} {} {} {}", card.row.title, card.body, card.recommendation, card.streams[0].gist);
    assert!(!all.contains("0912") && !all.contains("Lê Thị Hoa"), "{all}");
    assert!(card.body.contains("một người dân") && card.body.contains("Trần Văn Nam"), "{all}");
    assert!(card.recommendation.contains("anh Ba Tèo"), "{all}");
    assert_eq!(card.warnings.len(), 1);
    assert!(
        !office.file.write("item-mask", |tx| mask(tx, item, &stay)).unwrap().value,
        "nothing is left to mask"
    );
}
