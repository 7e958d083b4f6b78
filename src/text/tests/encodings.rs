//! Bytes of text files.

use proptest::prelude::*;

use crate::text::encoding::{decode_old, mend_font, old_font};
use crate::text::{Encoding, EncodingProblem, OldEncoding, decode};

#[test]
fn old_encodings_are_named() {
    let samples: [(&[u8], OldEncoding); 5] = [
        (include_bytes!("../../../tests/data/text/tcvn3.txt"), OldEncoding::Tcvn3),
        (include_bytes!("../../../tests/data/text/tcvn3.csv"), OldEncoding::Tcvn3),
        (include_bytes!("../../../tests/data/text/vni.txt"), OldEncoding::Vni),
        (include_bytes!("../../../tests/data/text/viscii.txt"), OldEncoding::Viscii),
        (include_bytes!("../../../tests/data/text/cp1258.txt"), OldEncoding::Cp1258),
    ];
    let mut lines = 0;
    for (bytes, old) in samples {
        assert_eq!(decode(bytes).unwrap().encoding, Encoding::Old(old));
        // A line of sixty characters is enough to tell.
        for line in bytes.split(|&byte| byte == b'\n').filter(|line| line.len() >= 60) {
            if line.iter().filter(|byte| !byte.is_ascii()).count() >= 4 {
                assert_eq!(decode(line).unwrap().encoding, Encoding::Old(old), "{}", line.escape_ascii());
                lines += 1;
            }
        }
    }
    assert!(lines > 20, "{lines}");
}

#[test]
fn old_encodings_are_read() {
    let tcvn3 = decode(include_bytes!("../../../tests/data/text/tcvn3.txt")).unwrap();
    assert_eq!(tcvn3.replaced, 0, "{}", tcvn3.text);
    assert!(tcvn3.text.contains("BÁO CÁO"), "{}", tcvn3.text);
    let vni = decode_old(
        "HUYEÄN UÛY – “möa lôùn”".chars().map(byte_1252).collect::<Vec<_>>().as_slice(),
        OldEncoding::Vni,
    );
    assert_eq!((vni.text.as_str(), vni.replaced), ("HUYỆN ỦY – “mưa lớn”", 0));
    assert_eq!(decode_old(b"\x02\x14 \xf0\xa4t", OldEncoding::Viscii).text, "ẲỶ đất");
    assert_eq!(decode_old(b"Vi\xea\xf2t", OldEncoding::Cp1258).text, "Việt");
    assert_eq!(decode_old(b"\x80a", OldEncoding::Tcvn3).replaced, 1);
}

/// The byte that Windows of Western Europe wrote for a letter.
fn byte_1252(c: char) -> u8 {
    match c {
        '–' => 0x96,
        '“' => 0x93,
        '”' => 0x94,
        c => u8::try_from(u32::from(c)).unwrap(),
    }
}

#[test]
fn texts_of_old_fonts_are_mended_line_by_line() {
    let text = "UBND XÃ THẠCH QUÝ\nB¸o c¸o “d\u{ad} luËn” x· héi\n\nTiếng Việt giữ nguyên";
    assert_eq!(old_font(text), Some(OldEncoding::Tcvn3));
    assert_eq!(
        mend_font(text, OldEncoding::Tcvn3),
        "UBND XÃ THẠCH QUÝ\nBáo cáo “dư luận” xã hội\n\nTiếng Việt giữ nguyên"
    );
}

#[test]
fn unicode_is_read() {
    let utf16 = include_bytes!("../../../tests/data/text/utf16le.txt");
    let little = decode(utf16).unwrap();
    assert_eq!((little.encoding, little.replaced), (Encoding::Utf16Le, 0));
    assert!(little.text.contains("BÁO CÁO"), "{}", &little.text[..200]);
    let without_mark = decode(&utf16[2..]).unwrap();
    assert_eq!(without_mark, little);
    let big: Vec<u8> = utf16.chunks(2).flat_map(|pair| [pair[1], pair[0]]).collect();
    assert_eq!(decode(&big).unwrap().text, little.text);
    assert_eq!(decode(&big[2..]).unwrap().encoding, Encoding::Utf16Be);
    assert_eq!(decode("\u{feff}Đất".as_bytes()).unwrap().text, "Đất");
    assert_eq!(decode(b"").unwrap().text, "");
    assert_eq!(decode("Hoa\u{300}".as_bytes()).unwrap().text, "Hoà");
    assert_eq!(
        decode(include_bytes!("../../../tests/data/text/ansi_bidi.txt")).unwrap().encoding,
        Encoding::Utf8
    );
}

#[test]
fn damage_is_counted() {
    let Err(EncodingProblem::Broken { unreadable, line, accepted }) =
        decode(include_bytes!("../../../tests/data/text/utf8_hong.txt"))
    else {
        panic!("damaged text was not noticed");
    };
    assert_eq!((unreadable, line), (3, 1));
    assert_eq!(accepted.text, "Đa số ý kiến đồng tình\u{fffd}với chủ trương sửa đường.\n");
    let utf16 = include_bytes!("../../../tests/data/text/utf16le.txt");
    assert!(matches!(decode(&utf16[..301]), Err(EncodingProblem::Broken { unreadable: 1, .. })));
    assert_eq!(
        decode(b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\xff\xd8\xff\xfe"),
        Err(EncodingProblem::Unknown)
    );
    assert_eq!(
        decode("Café crème à la façon d'été".chars().map(|c| c as u8).collect::<Vec<_>>().as_slice()),
        Err(EncodingProblem::Unknown)
    );
}

#[test]
fn fonts_of_old_documents() {
    assert_eq!(old_font("B¸o c¸o t×nh h×nh Nh©n d©n vµ d\u{ad} luËn x· héi"), Some(OldEncoding::Tcvn3));
    assert_eq!(old_font("Baùo caùo tình hình Nhaân daân vaø dö luaän xaõ hoäi"), Some(OldEncoding::Vni));
    for ordinary in [
        "Báo cáo tình hình Nhân dân và dư luận xã hội",
        "Bùi Hà",
        "bà Tú",
        "10m² × 3°, 5m² × 7m²",
        "",
        "plain",
    ] {
        assert_eq!(old_font(ordinary), None, "{ordinary}");
    }
}

proptest! {
    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        match decode(&bytes) {
            Ok(decoded) => {
                prop_assert!(decoded.replaced == 0 || matches!(decoded.encoding, Encoding::Old(_)));
            }
            Err(EncodingProblem::Broken { unreadable, accepted, .. }) => {
                prop_assert!(unreadable > 0 && unreadable <= bytes.len());
                prop_assert_eq!(accepted.replaced, unreadable);
            }
            Err(_) => {}
        }
    }

    #[test]
    fn any_text_comes_back(text in any::<String>()) {
        let wanted = crate::text::nfc(text.strip_prefix('\u{feff}').unwrap_or(&text));
        if !text.contains('\0') {
            prop_assert_eq!(decode(text.as_bytes()).unwrap().text, wanted);
        }
    }
}
