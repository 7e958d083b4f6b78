//! Letters of the encodings that were used before Unicode: what each byte from 0x80 on stands for.

/// TCVN3 (ABC, TCVN 5712:1993 VN3): small letters with marks, capitals only without tone.
pub const TCVN3: &str = "\
    \u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\
    \u{a0}ĂÂÊÔƠƯĐăâêôơưđẰ\u{300}\u{309}\u{303}\u{301}\u{323}àảãáạẲằẳẵắẴ\
    ẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịò\
    ỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ";

/// Capitals of VISCII that stand on control bytes.
pub const VISCII_CONTROLS: &[(u8, char)] =
    &[(0x02, 'Ẳ'), (0x05, 'Ẵ'), (0x06, 'Ẫ'), (0x14, 'Ỷ'), (0x19, 'Ỹ'), (0x1e, 'Ỵ')];

/// Signs of Windows between and beside the letters.
pub const SIGNS: &[(u8, char)] = &[
    (0x85, '…'),
    (0x91, '‘'),
    (0x92, '’'),
    (0x93, '“'),
    (0x94, '”'),
    (0x95, '•'),
    (0x96, '–'),
    (0x97, '—'),
    (0xa0, '\u{a0}'),
    (0xab, '«'),
    (0xb0, '°'),
    (0xb7, '·'),
    (0xbb, '»'),
];

/// VISCII (RFC 1456), without the capitals on control bytes.
pub const VISCII: &str = "\
    ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ\
    ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ\
    ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư\
    àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ";

/// Windows code page 1258: letters with quality marks, tones as combining marks behind them.
pub const CP1258: &str = "\
    €\u{fffd}‚ƒ„…†‡ˆ‰\u{fffd}‹Œ\u{fffd}\u{fffd}\u{fffd}\u{fffd}‘’“”•–—˜™\u{fffd}›œ\u{fffd}\u{fffd}Ÿ\
    \u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿\
    ÀÁÂĂÄÅÆÇÈÉÊË\u{300}ÍÎÏĐÑ\u{309}ÓÔƠÖ×ØÙÚÛÜƯ\u{303}ß\
    àáâăäåæçèéêë\u{301}íîïđñ\u{323}óôơö÷øùúûüư₫ÿ";

/// VNI for Windows: letters that are one byte, small.
pub const VNI_LETTERS: &[(u8, char)] = &[
    (0xf1, 'đ'),
    (0xf4, 'ơ'),
    (0xf6, 'ư'),
    (0xec, 'ì'),
    (0xed, 'í'),
    (0xe6, 'ỉ'),
    (0xf3, 'ĩ'),
    (0xf2, 'ị'),
    (0xee, 'ỵ'),
];

/// VNI for Windows: bytes that stand behind a small vowel and mark it, as combining marks.
pub const VNI_MARKS: &[(u8, &str)] = &[
    (0xf9, "\u{301}"),
    (0xf8, "\u{300}"),
    (0xfb, "\u{309}"),
    (0xf5, "\u{303}"),
    (0xef, "\u{323}"),
    (0xe2, "\u{302}"),
    (0xe1, "\u{302}\u{301}"),
    (0xe0, "\u{302}\u{300}"),
    (0xe5, "\u{302}\u{309}"),
    (0xe3, "\u{302}\u{303}"),
    (0xe4, "\u{302}\u{323}"),
    (0xea, "\u{306}"),
    (0xe9, "\u{306}\u{301}"),
    (0xe8, "\u{306}\u{300}"),
    (0xfa, "\u{306}\u{309}"),
    (0xfc, "\u{306}\u{303}"),
    (0xeb, "\u{306}\u{323}"),
];
