// SPDX-License-Identifier: Apache-2.0
#ifndef WIRESPOOL_CLIBXML2_SHIM_H
#define WIRESPOOL_CLIBXML2_SHIM_H

// Debian builds libxml2 with ICU; its headers would clash with the ICU inside Foundation, and none of it is used here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#endif
