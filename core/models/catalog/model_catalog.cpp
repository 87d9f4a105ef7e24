#include "models/catalog/model_catalog.h"
