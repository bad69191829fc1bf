// Duty: stand in for a header of Windows of which mingw-w64's MAPI headers use nothing here.
#pragma once
