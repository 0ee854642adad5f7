#pragma once
// Homebrew names the folder of the header, Debian the one above it.
#if __has_include(<minizip/unzip.h>)
#include <minizip/unzip.h>
#else
#include <unzip.h>
#endif
