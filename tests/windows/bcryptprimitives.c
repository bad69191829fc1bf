/* Duty: stand for the system's random bytes where Wine does not have this DLL yet. Input: room. Output: bytes from
   advapi32, whose own name for the function is SystemFunction036. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID bytes, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T length)
{
    return SystemFunction036(bytes, (ULONG)length);
}
