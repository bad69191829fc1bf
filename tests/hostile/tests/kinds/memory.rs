//! Requests for more memory than there can be: refused, and never answered with a small block.

use mapidl::HRESULT;
use mapidl::com::SAFEARRAYBOUND;
use mapidl::{Bstr, SafeArray};
use mapidl_hostile::without_leaks;
use mapidl_peer::{mapi_blocks, task_block};

const MAPI_E_NOT_ENOUGH_MEMORY: HRESULT = HRESULT(0x8007_000e_u32.cast_signed());

#[test]
fn blocks_have_the_size_that_was_asked_for() {
    without_leaks(|| {
        for size in [0, 1, 7, 0x1_0001] {
            assert!(mapi_blocks(size).iter().all(|code| code.is_ok()), "{size:#x}");
            assert!(task_block(size as usize), "{size:#x}");
        }
    });
}

#[test]
fn what_memory_cannot_have_is_refused() {
    const HALF: usize = isize::MAX.cast_unsigned();
    without_leaks(|| {
        for size in [usize::MAX, usize::MAX - 7, HALF + 1, HALF, HALF - 7] {
            assert!(!task_block(size), "{size:#x}");
        }
        let bound = |count| SAFEARRAYBOUND { cElements: count, lLbound: 0 };
        for bounds in [&[bound(u32::MAX); 3][..], &[bound(0x8000_0000), bound(0x8000_0000)], &[bound(1 << 31); 4]] {
            assert!(SafeArray::with_bounds::<f64>(bounds).is_err());
            assert!(SafeArray::with_bounds::<Bstr>(bounds).is_err());
        }
    });
}

/// Where addresses have 32 bits, MAPI's own sizes reach beyond what memory can have.
#[test]
#[cfg(target_pointer_width = "32")]
fn half_of_all_addresses_is_too_much() {
    without_leaks(|| {
        for size in [u32::MAX, u32::MAX - 15, 0x8000_0000, 0x7fff_ffff, 0x7fff_fff0] {
            assert_eq!(mapi_blocks(size), [MAPI_E_NOT_ENOUGH_MEMORY; 2], "{size:#x}");
        }
        let bound = SAFEARRAYBOUND { cElements: 0x1000_0000, lLbound: 0 };
        assert!(SafeArray::with_bounds::<f64>(&[bound]).is_err());
        assert!(SafeArray::with_bounds::<f64>(&[bound, bound]).is_err());
    });
}

#[test]
#[cfg(target_pointer_width = "64")]
fn a_heap_for_32_bits_is_asked_for_no_more() {
    let more = u32::MAX as usize + 1;
    let refused = mapidl::heap::Heap::IN_PROCESS.allocate(more).map(drop);
    assert_eq!(refused.map_err(|error| error.code()), Err(MAPI_E_NOT_ENOUGH_MEMORY), "not what is left of the number");
    #[cfg(not(windows))]
    assert!(!task_block(more));
}
