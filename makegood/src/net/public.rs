//! Which addresses belong to the open internet; everything else is somebody's inside, and is reached by nobody through us.
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Blocks that are not of the open internet (IANA special-purpose registries): first address and length of the prefix.
const NOT_PUBLIC_4: [([u8; 4], u32); 16] = [
    ([0, 0, 0, 0], 8),
    ([10, 0, 0, 0], 8),
    ([100, 64, 0, 0], 10),
    ([127, 0, 0, 0], 8),
    ([169, 254, 0, 0], 16),
    ([172, 16, 0, 0], 12),
    ([192, 0, 0, 0], 24),
    ([192, 0, 2, 0], 24),
    ([192, 31, 196, 0], 24),
    ([192, 88, 99, 0], 24),
    ([192, 168, 0, 0], 16),
    ([198, 18, 0, 0], 15),
    ([198, 51, 100, 0], 24),
    ([203, 0, 113, 0], 24),
    ([224, 0, 0, 0], 4),
    ([240, 0, 0, 0], 4),
];
/// Of version 6 only `2000::/3` is given out; these parts of it lead elsewhere or nowhere: Teredo and other protocols, documentation.
const NOT_PUBLIC_6: [([u16; 3], u32); 3] = [([0x2001, 0, 0], 23), ([0x2001, 0xdb8, 0], 32), ([0x3fff, 0, 0], 20)];

/// Whether an address belongs to nobody's own network, machine or link, however it is written.
pub fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_4(ip),
        IpAddr::V6(ip) => is_public_6(ip),
    }
}

fn is_public_4(ip: Ipv4Addr) -> bool {
    let within = |(first, length): &([u8; 4], u32)| {
        let mask = u32::MAX << (32 - length);
        u32::from(ip) & mask == u32::from(Ipv4Addr::from(*first))
    };
    !NOT_PUBLIC_4.iter().any(within)
}

fn is_public_6(ip: Ipv6Addr) -> bool {
    // Where version 4 is carried in the dress of version 6, what is carried counts: mapped, by a translator (64:ff9b::/96), by 6to4.
    let carried = |high: u16, low: u16| is_public_4(Ipv4Addr::from((u32::from(high) << 16) | u32::from(low)));
    match ip.segments() {
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => {
            carried(high, low)
        }
        _ => is_given_out(ip),
    }
}

fn is_given_out(ip: Ipv6Addr) -> bool {
    let within = |([a, b, c], length): &([u16; 3], u32)| {
        let mask = u128::MAX << (128 - length);
        u128::from(ip) & mask == u128::from(Ipv6Addr::new(*a, *b, *c, 0, 0, 0, 0, 0))
    };
    ip.segments()[0] & 0xe000 == 0x2000 && !NOT_PUBLIC_6.iter().any(within)
}
