//! Address cards out: vCard 4.0 (RFC 6350), as phones and mail programs take them in.

use super::content_line::{escaped, put};

/// Somebody on a card. What is empty is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CardOut {
    /// Id that stays the same from one export to the next.
    pub uid: String,
    /// Full name.
    pub full_name: String,
    /// Family name.
    pub family: String,
    /// Middle names.
    pub middle: String,
    /// Given name.
    pub given: String,
    /// Organisation.
    pub organisation: String,
    /// Title.
    pub title: String,
    /// Phones in local form, digits only, the main one first.
    pub phones: Vec<String>,
    /// E-mail.
    pub email: String,
    /// Address, in one line.
    pub address: String,
}

/// The cards as the text of a file.
pub fn vcards(cards: &[CardOut]) -> String {
    let mut out = String::new();
    for card in cards {
        put(&mut out, "BEGIN:VCARD");
        put(&mut out, "VERSION:4.0");
        if !card.uid.is_empty() {
            put(&mut out, &format!("UID:urn:uuid:{}", card.uid));
        }
        put(&mut out, &format!("FN:{}", escaped(&card.full_name)));
        let name = [&card.family, &card.given, &card.middle].map(|part| escaped(part));
        put(&mut out, &format!("N:{};{};{};;", name[0], name[1], name[2]));
        for (property, text) in [("ORG", &card.organisation), ("TITLE", &card.title)] {
            if !text.is_empty() {
                put(&mut out, &format!("{property}:{}", escaped(text)));
            }
        }
        for (at, phone) in card.phones.iter().enumerate() {
            let pref = if at == 0 && card.phones.len() > 1 { ";PREF=1" } else { "" };
            put(&mut out, &format!("TEL;VALUE=uri{pref}:tel:{}", international(phone)));
        }
        if !card.email.is_empty() {
            put(&mut out, &format!("EMAIL:{}", escaped(&card.email)));
        }
        if !card.address.is_empty() {
            put(&mut out, &format!("ADR;TYPE=work:;;{};;;;", escaped(&card.address)));
        }
        put(&mut out, "END:VCARD");
    }
    out
}

/// A number as it is dialled from anywhere: 0912345678 is +84912345678.
fn international(phone: &str) -> String {
    match phone.strip_prefix('0') {
        Some(rest) => format!("+84{rest}"),
        None => phone.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_says_who_and_how_to_reach_them() {
        let card = CardOut {
            uid: "0190a".into(),
            full_name: "Nguyễn Thị Hương".into(),
            family: "Nguyễn".into(),
            middle: "Thị".into(),
            given: "Hương".into(),
            organisation: "Hội LHPN; xã Lộc An".into(),
            title: "Chủ tịch".into(),
            phones: vec!["0912345678".into(), "02713888999".into()],
            ..CardOut::default()
        };
        let text = vcards(&[card]);
        let lines: Vec<&str> = text.split("\r\n").collect();
        assert_eq!(lines[..2], ["BEGIN:VCARD", "VERSION:4.0"]);
        assert!(lines.contains(&"N:Nguyễn;Hương;Thị;;") && lines.contains(&"ORG:Hội LHPN\\; xã Lộc An"));
        assert!(lines.contains(&"TEL;VALUE=uri;PREF=1:tel:+84912345678"));
        assert!(lines.contains(&"TEL;VALUE=uri:tel:+842713888999"));
        assert!(!text.contains("EMAIL") && !text.contains("ADR"));
    }
}
